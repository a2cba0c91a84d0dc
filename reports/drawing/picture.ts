import axes from '../../templates/pictures/axes.hbs';
import curves from '../../templates/pictures/curves.hbs';
import dots from '../../templates/pictures/dots.hbs';
import heatMap from '../../templates/pictures/heat-map.hbs';
import legend from '../../templates/pictures/legend.hbs';
import notes from '../../templates/pictures/notes.hbs';
import numbers from '../../templates/pictures/numbers.hbs';
import picture from '../../templates/pictures/picture.hbs';
import plane from '../../templates/pictures/plane.hbs';
import shapes from '../../templates/pictures/shapes.hbs';
import signs from '../../templates/pictures/signs.hbs';
import style from '../../templates/pictures.css?raw';
import { type BoundaryView, boundaryView } from './boundary.ts';
import { type CurvesView, curvesView } from './curves.ts';
import type { Picture } from './data.ts';
import { type DotsView, dotsView } from './dots.ts';
import { type SurfaceView, surfaceView } from './surface.ts';

export { heatMapView } from './heat-map.ts';

/** A picture as the partial `picture` draws it. */
export type PictureView = CurvesView | DotsView | BoundaryView | SurfaceView;

/** Views as they were drawn: a page that was too large is made once more with less in it. */
const drawn = new WeakMap<Picture, PictureView>();

/** Draws a picture. */
export function pictureView(data: Picture): PictureView {
  const view = drawn.get(data) ?? viewOf(data);
  drawn.set(data, view);
  return view;
}

function viewOf(data: Picture): PictureView {
  switch (data.draw) {
    case 'curves':
      return curvesView(data);
    case 'dots':
      return dotsView(data);
    case 'boundary':
      return boundaryView(data);
    case 'surface':
      return surfaceView(data);
  }
}

/**
 * The compiled partials by name: a page uses `picture` and `heat-map`, and those use the
 * rest. They read nothing but their view.
 */
export const PICTURE_PARTIALS: Readonly<Record<string, object>> = {
  picture,
  curves,
  dots,
  boundary: plane,
  surface: plane,
  'heat-map': heatMap,
  axes,
  shapes,
  signs,
  legend,
  notes,
  numbers,
};

/** The style sheet of the drawings; it relies on the colours of the page's own. */
export const pictureStyle: string = style;
