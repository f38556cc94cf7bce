/** Says one message; a key that no language file has does not compile. */
export type Say<Messages> = (key: keyof Messages & string, args?: Readonly<Record<string, string | number>>) => string;

/**
 * Says messages whose only arguments are `{names}`: these pages have to be light, and no message of theirs counts
 * anything, so they do without the other apps' library for plurals.
 */
export function sayFrom<Messages extends Readonly<Record<string, string>>>(messages: Messages): Say<Messages> {
  return (key, args = {}) =>
    messages[key]?.replaceAll(/\{(\w+)\}/g, (argument, name: string) => String(args[name] ?? argument)) ?? key;
}
