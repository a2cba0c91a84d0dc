import * as mlMatrix from 'ml-matrix';
import type { Probe } from '../../contract/probe.ts';
import type { Value } from '../../contract/value.ts';
import { decode } from './decode.ts';
import { encode, TooMuchOutput } from './encode.ts';
import * as fixtures from './fixtures.ts';
import { makeConsole, printed, unprinted } from './printed.ts';
import { measureSlopes } from './slopes.ts';
import { trimGlobals } from './trim.ts';

/** A compiled exercise: a student's or the reference's module with the exercise's probes. */
interface Bundle {
  readonly module: Readonly<Record<string, unknown>>;
  readonly probes: Readonly<Record<string, Probe<unknown, unknown>>>;
}

const { stringify, parse } = JSON;
const { keys } = Object;

let bundle: Bundle | null = null;
let budget = 0;

/**
 * Runs one step and answers with JSON text, whatever the step does. Only
 * primitive strings leave the realm, so nothing of a student's is ever touched
 * outside of it.
 */
function answer(step: () => string): string {
  try {
    return step();
  } catch (error) {
    if (error instanceof TooMuchOutput) return '{"outcome":"too-much-output"}';
    return `{"outcome":"threw",${describe(error)}}`;
  }
}

/** Name and message of whatever was thrown, each read once and cut. */
function describe(error: unknown): string {
  let name = 'Error';
  let message = 'something was thrown that is no error';
  try {
    if (typeof error === 'object' && error !== null) {
      const thrown = error as { readonly name?: unknown; readonly message?: unknown };
      const ownName = thrown.name;
      const ownMessage = thrown.message;
      if (typeof ownName === 'string') name = ownName;
      if (typeof ownMessage === 'string') message = ownMessage;
    } else if (typeof error === 'string') {
      message = error;
    }
  } catch {
    message = 'the error could not be read';
  }
  return `"name":${stringify(name.substring(0, 60))},"message":${stringify(message.substring(0, 600))}`;
}

function probeNamed(name: string): Probe<unknown, unknown> {
  const probe = bundle?.probes[name];
  if (probe === undefined) throw new Error(`there is no probe "${name}"`);
  return probe;
}

const read = (text: string): unknown => decode(parse(text) as Value);

/** What the process outside calls; every answer is JSON text. */
const wall = {
  /** Packages and the fixture helpers, for the compiled bundles. */
  packages: { 'ml-matrix': mlMatrix, 'chainrule/fixtures': fixtures },

  /** Evaluates a compiled bundle and answers with the names that its module exports. */
  load(evaluate: () => Bundle, characters: number): string {
    budget = characters;
    return answer(() => {
      bundle = evaluate();
      return `{"outcome":"loaded","exports":${stringify(keys(bundle.module))},"probes":${stringify(
        keys(bundle.probes).map((name) => ({
          name,
          cases: bundle?.probes[name]?.cases,
          watched: bundle?.probes[name]?.watched === true,
        })),
      )}}`;
    });
  },

  /** Runs one case of a probe against the module. */
  run(name: string, inputText: string): string {
    return answer(() => {
      const probe = probeNamed(name);
      const input = read(inputText);
      const output = encode(probe.run(bundle?.module, input), budget);
      if (probe.watched !== true) return `{"outcome":"returned","output":${output}}`;
      const after = encode(input, budget);
      const again = unprinted(() => encode(probe.run(bundle?.module, read(inputText)), budget));
      return `{"outcome":"returned","output":${output},"after":${after},"again":${again}}`;
    });
  },

  /** Makes one case; asked of the reference's realm alone. */
  makeInput(name: string, index: number, seed: string): string {
    return answer(() => {
      const input = probeNamed(name).input(fixtures.generator(seed), bundle?.module, index);
      return `{"outcome":"made","value":${encode(input, budget)}}`;
    });
  },

  /** What only the judge may know of a case; asked of the reference's realm alone. */
  makeTruth(name: string, inputText: string, seed: string): string {
    return answer(() => {
      const truth = probeNamed(name).truth?.(fixtures.generator(seed), read(inputText));
      return `{"outcome":"made","value":${truth === undefined ? 'null' : encode(truth, budget)}}`;
    });
  },

  /** Centred differences of the reference's loss; asked of the reference's realm alone. */
  makeSlopes(name: string, inputText: string): string {
    return answer(() => {
      const { slopes } = probeNamed(name);
      if (slopes === undefined) return '{"outcome":"made","value":null}';
      const measured = measureSlopes(slopes, bundle?.module, read(inputText));
      return `{"outcome":"made","value":${encode(measured, budget)}}`;
    });
  },

  /** Any exported plain data, for `mistakes.ts`. */
  data(evaluate: () => unknown): string {
    return answer(() => `{"outcome":"made","value":${stringify(evaluate())}}`);
  },

  printed: (): string => stringify(printed()),
};

Object.defineProperty(globalThis, '$wall', { value: Object.freeze(wall) });
trimGlobals(makeConsole());
