/** The text with the digits of Arabic and Persian keyboards as 0 to 9. Where numbers are meant, they are the same number. */
export function plainDigits(text: string): string {
  return text.replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
