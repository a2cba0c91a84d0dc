import { Refusal } from '../../contract/refusal.ts';

/** What is said where the disk takes no more, or never took anything. */
export function cannotWrite(file: string, error: unknown): Refusal {
  const why = error instanceof Error ? error.message : String(error);
  return new Refusal(
    'cannot-write',
    `${file} cannot be written (${why})`,
    'Make room, or choose another place with --out; what is finished stays finished.',
  );
}
