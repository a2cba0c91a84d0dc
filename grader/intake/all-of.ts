/**
 * Reads many things at once and in any order. Of several that cannot be read the first
 * in the order given is told, so that the same folder always says the same.
 *
 * @throws what reading the first of them threw
 */
export async function allOf<Name, Thing>(
  names: readonly Name[],
  read: (name: Name) => Promise<Thing>,
): Promise<readonly Thing[]> {
  const settled = await Promise.allSettled(names.map(read));
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}
