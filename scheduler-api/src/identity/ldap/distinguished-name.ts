/** One form of the many in which a distinguished name can be written, to compare them: no two names share it. */
export function comparableName(name: string): string {
  return splitAt(name.trim(), ',')
    .map((part) =>
      splitAt(part, '+')
        .map((pair) => {
          const [attribute = '', ...value] = splitAt(pair, '=');
          return `${attribute.trim().toLowerCase()}=${plain(value.join('='))}`;
        })
        .sort()
        .join('+'),
    )
    .join(',');
}

/** Splits where the separator is not escaped. */
function splitAt(text: string, separator: string): string[] {
  const parts = [''];
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index);
    if (letter === separator) parts.push('');
    else {
      const escaped = letter === '\\' ? text.charAt(index + 1) : '';
      parts.push(`${parts.pop() ?? ''}${letter}${escaped}`);
      index += escaped.length;
    }
  }
  return parts;
}

/** A value as it is meant: without escapes and in lower case, and then escaped in one way. */
function plain(value: string): string {
  const bytes: Buffer[] = [];
  const text = value.replace(/^ +/, '').replace(/(?<!\\) +$/, '');
  for (const [, hex, special, other] of text.matchAll(/\\([0-9a-f]{2})|\\(.)|([^\\])/gisu)) {
    bytes.push(hex ? Buffer.from(hex, 'hex') : Buffer.from(special ?? other ?? ''));
  }
  const meant = Buffer.concat(bytes).toString('utf8').normalize('NFC').toLowerCase().replace(/ +/g, ' ').trim();
  return meant.replace(/[\\,+=]/g, (letter) => `\\${letter}`);
}
