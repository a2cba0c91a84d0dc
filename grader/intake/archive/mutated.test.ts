import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../contract/refusal.ts';
import { packed, zipOf } from '../../testing/archives.ts';
import { courseExercise, courseOf, FIRST } from '../../testing/documents.ts';
import { temporaryFolder } from '../../testing/temporary.ts';
import { readHandIn } from '../class/hand-in.ts';
import { readClass } from '../class.ts';
import { archiveTree, refuseUnsafe } from '../tree/archive-tree.ts';
import { memorySource } from './bytes.ts';
import { HAND_IN_LIMITS } from './limits.ts';

const course = courseOf(courseExercise({ slug: FIRST }, { file: 'first.ts' }));
const text = 'export const a = 1;\n'.repeat(20);
const good = zipOf(
  [
    { name: 'ada/', mode: 0o040755 },
    { name: 'ada/first.ts', content: text, mode: 0o100644 },
    { name: 'ada/notes.txt', content: 'x', method: 0 },
  ],
  { zip64: {}, comment: 'of ada' },
);

/** Other bytes at some places; bytes of headers more often than by chance. */
const mutations = fc.array(
  fc.record({
    at: fc.nat(good.length - 1),
    byte: fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 0x50, 0x4b, 0x7f, 0x80, 0xff)),
  }),
  { minLength: 1, maxLength: 12 },
);

function mutated(changes: readonly { readonly at: number; readonly byte: number }[]): Buffer {
  const bytes = Buffer.from(good);
  for (const { at, byte } of changes) bytes[at] = byte;
  return bytes;
}

/** Either reads or refuses; anything else that is thrown is a defect. */
async function outcomeOf(bytes: Buffer): Promise<string> {
  try {
    const tree = refuseUnsafe(await archiveTree(memorySource(bytes), 'ada.zip', HAND_IN_LIMITS));
    const file = (await readHandIn(tree, 'ada', course)).files.get(FIRST);
    return file?.state === 'read' ? file.text : 'refused';
  } catch (error) {
    if (error instanceof Refusal) return 'refused';
    throw error;
  }
}

describe('an archive is read as it was packed, or refused', () => {
  test('whatever bytes of it are others', async () => {
    await fc.assert(
      fc.asyncProperty(mutations, async (changes) => {
        expect([text, 'refused']).toContain(await outcomeOf(mutated(changes)));
      }),
      { numRuns: 2000 },
    );
  });

  test('wherever it is cut off', async () => {
    for (let end = 0; end < good.length; end += 1) {
      expect(await outcomeOf(good.subarray(0, end))).toBe('refused');
    }
  });

  test('whichever one byte of it is 255', async () => {
    for (let at = 0; at < good.length; at += 1) {
      expect([text, 'refused']).toContain(await outcomeOf(mutated([{ at, byte: 255 }])));
    }
  });

  test('when it is nothing but bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect(await outcomeOf(Buffer.from(bytes))).toBe('refused');
      }),
    );
  });
});

test('a class of which one archive is damaged reads the other, and nothing is written', async () => {
  const folder = await temporaryFolder();
  const place = path.join(folder, 'class');
  await fc.assert(
    fc.asyncProperty(mutations, async (changes) => {
      const inner = { 'ada.zip': mutated(changes), 'bob.zip': packed({ 'first.ts': 'of bob' }) };
      const bytes = packed(inner);
      await writeFile(place, bytes);
      const { handIns } = await readClass(place, course, { roster: null });
      const outcomes = await Promise.allSettled(handIns.map((handIn) => handIn.read(course)));
      expect(outcomes.map(({ status }) => status).at(-1)).toBe('fulfilled');
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Refusal);
      }
      expect(await readdir(folder)).toEqual(['class']);
      expect(bytes.equals(await readFile(place))).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('a class whose own archive is damaged is read or told as a problem', async () => {
  const place = path.join(await temporaryFolder(), 'class');
  await fc.assert(
    fc.asyncProperty(mutations, async (changes) => {
      await writeFile(place, mutated(changes));
      try {
        const { handIns } = await readClass(place, course, { roster: null });
        const outcomes = await Promise.allSettled(handIns.map((handIn) => handIn.read(course)));
        for (const outcome of outcomes) {
          if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Refusal);
        }
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
      }
    }),
    { numRuns: 300 },
  );
});
