/**
 * A table as CSV that spreadsheets open rightly: UTF-8 with a byte order mark, semicolons (the Latvian locale's list
 * separator), CRLF. A cell that a spreadsheet would run as a formula is given as text.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

function cell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[;"\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
