import { Refusal } from '../../contract/refusal.ts';

/** That a roster cannot be worked with, and why. */
export function brokenRoster(message: string, remedy = 'Mend the roster.'): Refusal {
  return new Refusal('broken-roster', message, remedy);
}
