/**
 * `a * b / divisor` for whole numbers from 0, exactly, also where the product is beyond what a number can hold.
 */
export function divideProduct(
  a: number,
  b: number,
  divisor: number,
): { readonly quotient: number; readonly remainder: number } {
  const product = a * b;
  if (Number.isSafeInteger(product)) {
    const remainder = product % divisor;
    return { quotient: (product - remainder) / divisor, remainder };
  }
  const [exact, by] = [BigInt(a) * BigInt(b), BigInt(divisor)];
  return { quotient: Number(exact / by), remainder: Number(exact % by) };
}
