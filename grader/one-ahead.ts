/** Things with what work makes of them; it is at the next while one is looked at. */
export async function* oneAhead<Thing, Made>(
  things: readonly Thing[],
  work: (thing: Thing) => Promise<Made>,
): AsyncGenerator<readonly [Thing, Made]> {
  let begun: Promise<Made> | null = null;
  for (const [at, thing] of things.entries()) {
    const made = await (begun ?? work(thing));
    const next = things[at + 1];
    begun = next === undefined ? null : work(next);
    // Whoever stops here does not hear what becomes of it.
    begun?.catch(() => undefined);
    yield [thing, made];
  }
}
