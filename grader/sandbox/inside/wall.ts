import * as mlMatrix from 'ml-matrix';
import type { Probe } from '../../contract/probe.ts';
import type { Value } from '../../contract/value.ts';
import { decode } from './decode.ts';
import { type AnswerLimits, encode, TOO_MUCH_OUTPUT } from './encode.ts';
import * as fixtures from './fixtures.ts';
import { harden } from './harden.ts';
import { forgetPrinted, makeConsole, printedText, unprinted } from './printed.ts';
import { measureSlopes } from './slopes.ts';
import { trimGlobals } from './trim.ts';

/** A compiled exercise: a student's or the reference's module with the exercise's probes. */
interface Bundle {
  readonly module: Readonly<Record<string, unknown>>;
  readonly probes: Readonly<Record<string, Probe<unknown, unknown>>>;
  /** The line at which a program stands that keeps it; to be read once. */
  readonly stood?: () => unknown;
}

/** A bundle that threw while it was evaluated, and where. */
type Broken = Required<Pick<Bundle, 'stood'>> & { readonly thrown: readonly [unknown] };

const { stringify, parse } = JSON;
const { defineProperty, freeze, keys } = Object;
const { isInteger } = Number;

let bundle: Bundle | null = null;
let stood: () => unknown = () => null;
let limits: AnswerLimits = { characters: 0, depth: 0 };

/**
 * Runs one step and answers with JSON text, whatever the step does. Only
 * primitive strings leave the realm, so nothing of a student's is ever touched
 * outside of it.
 */
function answer(step: () => string): string {
  stood();
  try {
    return step();
  } catch (error) {
    // Before anything of what was thrown is read: that may run their code.
    const line = stood();
    if (error === TOO_MUCH_OUTPUT) return '{"outcome":"too-much-output"}';
    return `{"outcome":"threw",${describe(error)}${isInteger(line) ? `,"line":${line}` : ''}}`;
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

/** Packages and the fixture helpers, for the compiled bundles. */
const packages = { 'ml-matrix': mlMatrix, 'chainrule/fixtures': fixtures };

// What the process outside calls. It does so by a name that no program inside can
// spell; every answer is JSON text.

/**
 * Evaluates a compiled bundle and answers with the names that its module exports.
 *
 * @param characters that one answer may have
 * @param depth to which the values of one answer may be nested
 */
export function load(
  evaluate: (offered: typeof packages) => Bundle | Broken,
  characters: number,
  depth: number,
): string {
  limits = { characters, depth };
  // Nothing of the exercise before is within reach, whatever becomes of this one.
  bundle = null;
  stood = () => null;
  forgetPrinted();
  return answer(() => {
    const made = evaluate(packages);
    stood = made.stood ?? stood;
    if ('thrown' in made) throw made.thrown[0];
    bundle = kept(made);
    return `{"outcome":"loaded","exports":${stringify(keys(bundle.module))},"probes":${stringify(
      keys(bundle.probes).map((name) => ({
        name,
        cases: bundle?.probes[name]?.cases,
        watched: bundle?.probes[name]?.watched === true,
      })),
    )}}`;
  });
}

/** A bundle as it was when it was evaluated: what its modules share with it may change later. */
function kept({ module, probes }: Bundle): Bundle {
  const own: Record<string, Probe<unknown, unknown>> = {};
  for (const name of keys(probes)) {
    const probe = probes[name];
    if (probe !== undefined) own[name] = freeze({ ...probe });
  }
  return { module, probes: freeze(own) };
}

/** Runs one case of a probe against the module. */
export function run(name: string, inputText: string): string {
  return answer(() => `{"outcome":"returned",${observed(bundle?.module, name, inputText)}}`);
}

/** The same, and which exported functions the probe calls; asked of the reference's realm alone. */
export function runTelling(name: string, inputText: string): string {
  return answer(() => {
    const module = bundle?.module ?? {};
    const called: string[] = [];
    const listening = {};
    for (const exported of keys(module)) {
      const get = (): unknown => {
        if (!called.includes(exported)) called.push(exported);
        return module[exported];
      };
      defineProperty(listening, exported, { get, enumerable: true });
    }
    const fields = observed(listening, name, inputText);
    return `{"outcome":"returned",${fields},"called":${stringify(called)}}`;
  });
}

/** Fields of the answer that a case came back. */
function observed(module: unknown, name: string, inputText: string): string {
  const probe = probeNamed(name);
  const input = read(inputText);
  const output = encode(probe.run(module, input), limits);
  if (probe.watched !== true) return `"output":${output}`;
  const after = encode(input, limits);
  const again = unprinted(() => encode(probe.run(module, read(inputText)), limits));
  return `"output":${output},"after":${after},"again":${again}`;
}

/** Makes one case; asked of the reference's realm alone. */
export function makeInput(name: string, index: number, seed: string): string {
  return answer(() => {
    const input = probeNamed(name).input(fixtures.generator(seed), bundle?.module, index);
    return `{"outcome":"made","value":${encode(input, limits)}}`;
  });
}

/** What only the judge may know of a case; asked of the reference's realm alone. */
export function makeTruth(name: string, inputText: string, seed: string): string {
  return answer(() => {
    const truth = probeNamed(name).truth?.(fixtures.generator(seed), read(inputText));
    return `{"outcome":"made","value":${truth === undefined ? 'null' : encode(truth, limits)}}`;
  });
}

/** Centred differences of the reference's loss; asked of the reference's realm alone. */
export function makeSlopes(name: string, inputText: string): string {
  return answer(() => {
    const { slopes } = probeNamed(name);
    if (slopes === undefined) return '{"outcome":"made","value":null}';
    const measured = measureSlopes(slopes, bundle?.module, read(inputText));
    return `{"outcome":"made","value":${encode(measured, limits)}}`;
  });
}

/** Any exported plain data, for `mistakes.ts`. */
export function data(
  evaluate: (offered: typeof packages) => Readonly<Record<string, unknown>>,
  name: string,
): string {
  return answer(() => `{"outcome":"made","value":${stringify(evaluate(packages)[name])}}`);
}

/** What the program printed so far. */
export function printed(): string {
  return stringify(printedText());
}

trimGlobals(makeConsole());
harden([
  packages,
  ...[mlMatrix, fixtures].flatMap((offered) => [offered, ...Object.values(offered)]),
]);
