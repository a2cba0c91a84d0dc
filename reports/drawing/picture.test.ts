import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { describe, expect, test } from 'vitest';
import type { Picture } from './data.ts';
import { PICTURE_PARTIALS, pictureView } from './picture.ts';

const handlebars = Handlebars.create();
for (const [name, template] of Object.entries(PICTURE_PARTIALS))
  handlebars.registerPartial(name, handlebars.template(template));
const picture = handlebars.compile('{{> picture}}', { strict: true, knownHelpersOnly: true });

const drawn = (data: Picture) => picture(pictureView(data));

describe('a drawing', () => {
  const data: Picture = {
    draw: 'curves',
    title: 'The <loss>',
    words: 'It falls.',
    x: { label: 'step', scale: 'linear' },
    y: { label: 'loss', scale: 'linear' },
    curves: [
      {
        name: 'loss',
        whose: 'yours',
        points: [
          { x: 0, y: 1 },
          { x: 1, y: 0.5 },
        ],
      },
    ],
  };

  test('is named and described for those who do not see it', () => {
    const html = drawn(data);
    expect(html).toContain(
      'role="img" aria-label="The &lt;loss&gt;. Your loss starts at 1 (step 0)',
    );
  });

  test('has its numbers in a table with heads', () => {
    const html = drawn(data);
    expect(html).toContain('<summary>The numbers</summary>');
    expect(html).toContain('<th scope="row">0</th><td>1</td>');
  });

  test('has a style for every class that it uses', () => {
    // Vitest leaves style sheets out of what it imports.
    const style = readFileSync('templates/pictures.css', 'utf8');
    const classes = [...drawn(data).matchAll(/<(?:path|line|svg)[^>]* class="([^"]*)"/g)];
    for (const [, names = ''] of classes)
      for (const name of names.split(' ')) expect(style).toContain(`.${name}`);
  });
});

test('a surface has a style for every class that it uses', () => {
  const html = drawn({
    draw: 'surface',
    title: 'The plane',
    words: 'A number everywhere.',
    x1: { from: -1, to: 1 },
    x2: { from: -1, to: 1 },
    grid: { columns: 2, rows: 2, values: [-1, 0, 0, 1] },
    train: [{ x1: 0, x2: 0, value: 0 }],
    test: [{ x1: 0.5, x2: 0, value: 1 }],
    counts: { train: 1, test: 1 },
    explained: { train: 1, test: 1 },
  });
  const style = readFileSync('templates/pictures.css', 'utf8');
  for (const [, name = ''] of html.matchAll(/<path class="([^"]*)"/g))
    expect(style).toContain(`.${name}`);
});

describe('a page stays small', () => {
  const many = (size: number) => Array.from({ length: size }, (_, at) => at);

  test('with curves of as many points as there may be', () => {
    const points = many(240).map((at) => ({ x: at, y: Math.exp(-at / 50) + 0.1 }));
    const html = drawn({
      draw: 'curves',
      title: 'Loss',
      words: 'It falls.',
      x: { label: 'step', scale: 'linear' },
      y: { label: 'loss', scale: 'linear' },
      curves: [
        { name: 'loss', whose: 'yours', points },
        { name: 'loss', whose: 'reference', points },
      ],
    });
    expect(html.length).toBeLessThan(9 * 1024);
  });

  test('with a boundary of as many points as there may be', () => {
    const place = (at: number) => Math.sin(at * 12.9898);
    const points = many(150).map((at) => ({
      x1: place(at),
      x2: place(at + 500),
      label: at % 2 === 0 ? (0 as const) : (1 as const),
    }));
    const html = drawn({
      draw: 'boundary',
      title: 'The plane',
      words: 'Two classes.',
      x1: { from: -1, to: 1 },
      x2: { from: -1, to: 1 },
      grid: {
        columns: 64,
        rows: 64,
        probabilities: many(64 * 64).map(
          (at) => 1 / (1 + Math.exp(9 * Math.sin((at % 64) / 12) - Math.floor(at / 64) / 4)),
        ),
      },
      train: points,
      test: points,
      counts: { train: 150, test: 150 },
      accuracy: { train: 1, test: 1 },
    });
    expect(html.length).toBeLessThan(26 * 1024);
  });

  test('with a surface of as many points as there may be', () => {
    const place = (at: number) => Math.sin(at * 12.9898);
    const points = many(150).map((at) => ({
      x1: place(at),
      x2: place(at + 500),
      value: 3 * place(at + 900),
    }));
    const html = drawn({
      draw: 'surface',
      title: 'The plane',
      words: 'A number everywhere.',
      x1: { from: -1, to: 1 },
      x2: { from: -1, to: 1 },
      grid: {
        columns: 32,
        rows: 32,
        values: many(32 * 32).map((at) => 3 * Math.sin((at % 32) / 6) + Math.floor(at / 32) / 4),
      },
      train: points,
      test: points,
      counts: { train: 150, test: 150 },
      explained: { train: 1, test: 1 },
    });
    expect(html.length).toBeLessThan(48 * 1024);
  });
});
