import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kind as matches } from '../checks/matches.ts';
import type { Value } from '../contract/value.ts';
import { judgedCase } from '../testing/documents.ts';
import { matrix, number, record } from '../testing/values.ts';
import { frame } from './frame.ts';
import { Inbox, type Received } from './inbox.ts';
import { toObservation } from './observe.ts';
import { answerIn } from './protocol.ts';

const LIMIT = 4096;
const DEPTH = 12;
const QUESTION = 7;

/** A text as the child's program frames it. */
const sent = (text: string): Buffer => frame(`${QUESTION}:${text}`);

/** An inbox that waits for an answer. */
function waiting(): Inbox {
  const inbox = new Inbox();
  inbox.expect(QUESTION, LIMIT);
  return inbox;
}

const replyTo = (text: string): Received => waiting().receive(sent(text));

describe('an answer', () => {
  test('comes as it was sent', () => {
    expect(replyTo('aé{}')).toEqual({ state: 'reply', reply: { state: 'answered', text: 'é{}' } });
  });

  test('comes when its last byte has come', () => {
    const inbox = waiting();
    const bytes = [...sent('a{}')];
    const states = bytes.map((byte) => inbox.receive(Uint8Array.of(byte)).state);
    expect(states).toEqual([...bytes.slice(1).map(() => 'waiting'), 'reply']);
  });

  test('may be that the realm was late', () => {
    expect(replyTo('l420')).toMatchObject({ reply: { state: 'late', processor: 420 } });
  });

  test('may be that it came to nothing', () => {
    expect(replyTo('f')).toMatchObject({ reply: { state: 'nothing' } });
  });
});

describe('what our program never sends is forged', () => {
  test.each(['', 'x', 'l', 'l-1', 'l1e9', 'lots', 'far', 'f ', 'l12345678901'])('%j', (text) => {
    expect(replyTo(text).state).toBe('forged');
  });

  test.each(['a{}', '6:a{}', '77:a{}', ':a{}'])('an answer to another question: %s', (text) => {
    expect(waiting().receive(frame(text)).state).toBe('forged');
  });

  test('an answer to nothing', () => {
    expect(new Inbox().receive(sent('a{}')).state).toBe('forged');
  });

  test('a second answer', () => {
    const inbox = waiting();
    inbox.receive(sent('a{}'));
    expect(inbox.receive(sent('a{}')).state).toBe('forged');
  });

  test('a second answer at once', () => {
    expect(waiting().receive(Buffer.concat([sent('a{}'), sent('a{}')])).state).toBe('forged');
  });
});

test('a frame that says it is larger than an answer may be is not waited for', () => {
  expect(waiting().receive(Uint8Array.of(0xff, 0xff, 0xff, 0xff)).state).toBe('too-large');
});

describe('bytes from a process that a student has taken over', () => {
  const due = record({ twice: matrix([2, 4], [6, 8]) });
  const wrong = record({ twice: matrix([3, 6], [9, 12]) });

  /** What the bytes earn, whatever they are. */
  function pointsFor(chunks: readonly Uint8Array[]): 'points' | 'none' {
    const inbox = waiting();
    for (const chunk of chunks) {
      const received = inbox.receive(chunk);
      if (received.state === 'waiting') continue;
      if (received.state !== 'reply' || received.reply.state !== 'answered') return 'none';
      const answer = answerIn(received.reply.text, DEPTH);
      if (answer === null) return 'none';
      const observation = toObservation(answer, number(1));
      if (observation.outcome !== 'returned') return 'none';
      const judged = judgedCase({ expected: due, returned: observation.output });
      const settings = { outputs: ['twice'] };
      const { status } = matches.judge({ settings, cases: [judged], facts: null });
      return status === 'pass' ? 'points' : 'none';
    }
    return 'none';
  }

  const answering = (output: Value) => sent(`a${JSON.stringify({ outcome: 'returned', output })}`);

  test('earn points when they are the right answer', () => {
    expect(pointsFor([answering(due)])).toBe('points');
  });

  const noise = fc.array(fc.uint8Array({ maxLength: 64 }), { maxLength: 6 });
  const framedNoise = fc.string({ unit: 'binary', maxLength: 200 }).map((text) => [sent(text)]);
  const framedJson = fc.json({ maxDepth: 8 }).map((text) => [sent(`a${text}`)]);
  /** The frame of a wrong answer with some of its bytes changed, taken out or doubled. */
  const mutated = fc
    .array(
      fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }), fc.constantFrom('set', 'cut', 'add')),
      {
        minLength: 1,
        maxLength: 8,
      },
    )
    .map((changes) => {
      const bytes = [...answering(wrong)];
      for (const [place, byte, how] of changes) {
        const at = place % bytes.length;
        if (how === 'set') bytes[at] = byte;
        else bytes.splice(at, how === 'cut' ? 1 : 0, ...(how === 'add' ? [byte] : []));
      }
      return [Uint8Array.from(bytes)];
    });

  test('earn nothing and bring nothing down, ten thousand times', () => {
    const anything = fc.oneof(noise, framedNoise, framedJson, mutated);
    fc.assert(
      fc.property(anything, (chunks) => pointsFor(chunks) === 'none'),
      { numRuns: 10_000 },
    );
  });
});
