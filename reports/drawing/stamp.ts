import { type SymbolType, symbol } from 'd3-shape';
import type { Place } from './places.ts';

type Context = Parameters<SymbolType['draw']>[0];

/**
 * One symbol at many places as a single path: a picture of three hundred points
 * would otherwise be mostly markup.
 */
export function stamped(type: SymbolType, size: number, places: readonly Place[]): string {
  const everywhere: SymbolType = {
    draw(context, area) {
      for (const place of places) type.draw(shifted(context, place), area);
    },
  };
  return symbol(everywhere, size).digits(1)() ?? '';
}

/** A context whose origin is elsewhere; symbols are drawn around the origin. */
function shifted(context: Context, { x: dx, y: dy }: Place): Context {
  return {
    moveTo: (x, y) => context.moveTo(x + dx, y + dy),
    lineTo: (x, y) => context.lineTo(x + dx, y + dy),
    rect: (x, y, width, height) => context.rect(x + dx, y + dy, width, height),
    arc: (x, y, ...rest) => context.arc(x + dx, y + dy, ...rest),
    arcTo: (x1, y1, x2, y2, radius) => context.arcTo(x1 + dx, y1 + dy, x2 + dx, y2 + dy, radius),
    quadraticCurveTo: (x1, y1, x, y) => context.quadraticCurveTo(x1 + dx, y1 + dy, x + dx, y + dy),
    bezierCurveTo: (x1, y1, x2, y2, x, y) =>
      context.bezierCurveTo(x1 + dx, y1 + dy, x2 + dx, y2 + dy, x + dx, y + dy),
    ellipse: (x, y, ...rest) => context.ellipse(x + dx, y + dy, ...rest),
    closePath: () => context.closePath(),
  };
}
