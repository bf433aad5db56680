/** Whether a text is a card’s number (13 to 19 digits that pass Luhn’s check): such a thing must not come in here. */
export function isCardNumber(given: string): boolean {
  const digits = given.replaceAll(/[\s-]/g, '')
  return /^\d{13,19}$/.test(digits) && luhn(digits) % 10 === 0
}

function luhn(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
}
