import type { Finding } from './contract/check-kind.ts';
import type { ModuleState, Observation } from './contract/evidence.ts';
import type { Got } from './contract/result.ts';
import { NOT_WRITTEN } from './contract/stub.ts';

/** The finding that no check can be put to a module, or `null` when it loaded. */
export function moduleFinding(module: ModuleState): Finding | null {
  switch (module.state) {
    case 'loaded':
      return null;
    case 'missing':
      return { status: 'fail', reason: 'file-missing', got: {} };
    case 'refused':
      return { status: 'fail', reason: 'file-refused', got: { words: module.why } };
    case 'does-not-compile': {
      const { because, message, line, column } = module;
      const place = line === null || column === null ? null : { line, column };
      const reason = because === 'import' ? 'forbidden-import' : 'syntax-error';
      return { status: 'fail', reason, got: { words: message, place } };
    }
    case 'threw': {
      const { name, message } = module;
      const got = { thrown: { name, message }, place: placeAt(module.line) };
      return { status: 'fail', reason: 'threw-while-loading', got };
    }
    case 'interrupted':
      return { status: 'fail', reason: 'stopped-while-loading', got: { words: module.how } };
  }
}

/**
 * The finding that a call came back without a value.
 *
 * @param at number of the case
 * @param lacking names that the stub exports and the student's module does not
 */
export function observationFinding(
  observation: Exclude<Observation, { outcome: 'returned' }>,
  at: number,
  lacking: readonly string[],
): Finding {
  if (observation.outcome !== 'threw') {
    return { status: 'fail', reason: observation.outcome, got: { case: at } };
  }
  const { name, message } = observation;
  const thrown = { name, message };
  if (message.startsWith(NOT_WRITTEN)) {
    const names = [message.slice(NOT_WRITTEN.length)];
    return { status: 'fail', reason: 'not-written', got: { case: at, names } };
  }
  const absent = lacking.filter((export_) =>
    ['function', 'constructor'].some((kind) => message.includes(`.${export_} is not a ${kind}`)),
  );
  if (absent.length > 0) {
    return { status: 'fail', reason: 'export-missing', got: { case: at, names: absent } };
  }
  const place = placeAt(observation.line);
  return { status: 'fail', reason: 'threw', got: { case: at, thrown, place } };
}

function placeAt(line: number | undefined): Got['place'] {
  return line === undefined ? null : { line, column: null };
}
