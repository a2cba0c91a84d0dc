import { expect, test } from 'vitest';
import type { ExerciseEvidence } from './contract/evidence.ts';
import { Memory } from './memory.ts';
import { exerciseEvidence, FIRST, SECOND } from './testing/documents.ts';

test('the same texts are remembered, others are not', () => {
  const memory = new Memory();
  const evidence = exerciseEvidence();
  memory.keep(evidence, 'text');
  expect([memory.recall(FIRST, [], 'text'), memory.recall(FIRST, [], 'other')]).toEqual([
    evidence,
    null,
  ]);
});

test('what ran with the reference is no memory of what ran without', () => {
  const memory = new Memory();
  memory.keep(exerciseEvidence({ slug: SECOND, linked: [FIRST] }), 'text');
  expect(memory.recall(SECOND, [], 'text')).toBeNull();
});

test.each<Partial<ExerciseEvidence>>([
  { module: { state: 'interrupted', how: 'timed-out' } },
  { probes: { forward: [{ outcome: 'ended-early' }] } },
])('what a busy machine may have done is not remembered: %j', (own) => {
  const memory = new Memory();
  memory.keep(exerciseEvidence(own), 'text');
  expect(memory.recall(FIRST, [], 'text')).toBeNull();
});

test('what is forgotten is run anew', () => {
  const memory = new Memory();
  memory.keep(exerciseEvidence(), 'text');
  memory.forget();
  expect(memory.recall(FIRST, [], 'text')).toBeNull();
});
