/** What was made for a name before, or what is made now: the same work is begun once. */
export function once<Name, T>(
  store: Map<Name, Promise<T>>,
  name: Name,
  make: () => Promise<T>,
): Promise<T> {
  const known = store.get(name);
  if (known !== undefined) return known;
  const promise = make();
  store.set(name, promise);
  return promise;
}
