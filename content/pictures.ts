/** Drawings: SVG files of a few plain shapes, read at build time into data that a view can draw. */
import { parseXml, XmlElement, XmlError, XmlText } from '@rgrove/parse-xml';

/** An element: its name, its attributes, and what is in it. */
export type Shape = [tag: string, attributes: Record<string, string>, ...inner: (Shape | string)[]];

export type Picture = {
  title: string;
  /** What is seen, for who does not see it. */
  description: string;
  /** As in SVG: left, top, width, height. */
  viewBox: string;
  shapes: Shape[];
};

/** The colours of a drawing are those of the card, light and dark: a shape names one by its class. */
const inks = ['line', 'soft', 'calm', 'warm', 'ground', 'word', 'small'] as const;

const geometry = ['x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'width', 'height', 'd', 'points'];
const allowed = new Set([...geometry, 'transform', 'class', 'text-anchor', 'stroke-width', 'stroke-dasharray']);
const tags = new Set(['g', 'path', 'circle', 'ellipse', 'rect', 'line', 'polyline', 'polygon', 'text', 'tspan']);

/** What is wrong with a drawing, and where in its file. */
export class PictureError extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/**
 * Reads a drawing.
 * @throws a PictureError where it is not SVG, or has more than plain shapes.
 */
export function readPicture(svg: string): Picture {
  const lineOf = ({ start }: { start: number }) => svg.slice(0, start).split('\n').length;
  const root = parse(svg).root;
  if (root?.name !== 'svg') throw new PictureError('expected an svg element', 1);
  const { viewBox } = root.attributes;
  if (!/^0 0 \d+ \d+$/.test(viewBox ?? '')) throw new PictureError('expected a viewBox from 0 0', 1);
  const elements = root.children.filter((child) => child instanceof XmlElement);
  const textOf = (tag: string): string => {
    const text = elements
      .find(({ name }) => name === tag)
      ?.text.trim()
      .replace(/\s+/g, ' ');
    if (!text) throw new PictureError(`expected a ${tag}`, 1);
    return text;
  };

  function shapeOf(element: XmlElement): Shape {
    const { name, attributes, children } = element;
    if (!tags.has(name)) throw new PictureError(`${name} is not one of ${[...tags].join(', ')}`, lineOf(element));
    for (const [attribute, value] of Object.entries(attributes)) {
      if (!allowed.has(attribute)) throw new PictureError(`${name} may not have ${attribute}`, lineOf(element));
      const stray = attribute === 'class' && value.split(' ').find((ink) => !inks.some((known) => known === ink));
      if (stray) throw new PictureError(`${stray} is not one of ${inks.join(', ')}`, lineOf(element));
    }
    const inner = children.flatMap((child): (Shape | string)[] => {
      if (child instanceof XmlElement) return [shapeOf(child)];
      return child instanceof XmlText && child.text.trim() ? [child.text.trim()] : [];
    });
    return [name, { ...attributes }, ...inner];
  }

  return {
    title: textOf('title'),
    description: textOf('desc'),
    viewBox: viewBox ?? '',
    shapes: elements.filter(({ name }) => name !== 'title' && name !== 'desc').map(shapeOf),
  };
}

function parse(svg: string) {
  try {
    return parseXml(svg, { includeOffsets: true });
  } catch (error) {
    if (error instanceof XmlError) throw new PictureError(error.message.split('\n')[0] ?? '', error.line);
    throw error;
  }
}
