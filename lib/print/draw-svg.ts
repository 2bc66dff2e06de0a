import type { Pdf } from './draw-line';
import { faceOf, type Face } from './print-fonts';
import type { SvgElement } from './read-svg';

interface Look {
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly struck: boolean;
  readonly anchor: string;
  readonly fill: string;
  readonly halo: { readonly colour: string; readonly width: number } | null;
}

/**
 * Draws a figure of ours as vectors, its text as text in the document's own faces: `scale` points for each of its units, from
 * (x, y) at its upper left.
 */
export function drawSvg(pdf: Pdf, svg: SvgElement, { x, y, scale }: { readonly x: number; readonly y: number; readonly scale: number }): void {
  pdf.save();
  pdf.translate(x, y).scale(scale);
  for (const child of svg.children) draw(pdf, child);
  pdf.restore();
}

function draw(pdf: Pdf, node: SvgElement | string): void {
  if (typeof node === 'string') return;
  const { name, attributes, children } = node;
  const number = (key: string): number => Number(attributes[key] ?? 0);
  switch (name) {
    case 'title':
    case 'desc':
      return;
    case 'g': {
      pdf.save();
      const [, left, top, , turn] = /^translate\((\S+) (\S+)\)( rotate\((\S+)\))?$/.exec(attributes.transform ?? '') ?? [];
      if (left !== undefined) pdf.translate(Number(left), Number(top));
      if (turn !== undefined) pdf.rotate(Number(turn));
      for (const child of children) draw(pdf, child);
      pdf.restore();
      return;
    }
    case 'rect': {
      if (attributes.width === '100%') return; // the page is the paper: what marks it as a draft shows behind the figure
      const [width, height] = [number('width'), number('height')];
      return paint(pdf, attributes, () => pdf.roundedRect(number('x'), number('y'), width, height, Math.min(number('rx'), width / 2, height / 2)));
    }
    case 'circle':
      return paint(pdf, attributes, () => pdf.circle(number('cx'), number('cy'), number('r')));
    case 'path':
      return paint(pdf, attributes, () => pdf.path(attributes.d ?? ''));
    case 'polygon':
      return paint(pdf, attributes, () => pdf.path(`M${attributes.points ?? ''}Z`));
    case 'text': {
      const { stroke } = attributes;
      const look: Look = {
        size: number('font-size'),
        bold: number('font-weight') >= 600,
        italic: attributes['font-style'] === 'italic',
        struck: attributes['text-decoration'] === 'line-through',
        anchor: attributes['text-anchor'] ?? 'start',
        fill: attributes.fill ?? '#000000',
        halo: stroke ? { colour: stroke, width: number('stroke-width') } : null,
      };
      for (const line of children) if (typeof line === 'object') write(pdf, line, look);
      return;
    }
    default:
      throw new Error(`no figure of ours has <${name}>`);
  }
}

function paint(pdf: Pdf, attributes: Readonly<Record<string, string>>, shape: () => void): void {
  const fill = attributes.fill === 'none' ? undefined : (attributes.fill ?? '#000000');
  const { stroke } = attributes;
  pdf.save();
  if (attributes['fill-opacity']) pdf.fillOpacity(Number(attributes['fill-opacity']));
  if (stroke) {
    pdf.lineWidth(Number(attributes['stroke-width'] ?? 1));
    pdf.lineJoin(attributes['stroke-linejoin'] === 'round' ? 'round' : 'miter');
    pdf.lineCap(attributes['stroke-linecap'] === 'round' ? 'round' : 'butt');
    const dashes = attributes['stroke-dasharray']?.split(' ').map(Number);
    if (dashes) pdf.dash(dashes[0]!, { space: dashes[1] ?? dashes[0]! });
  }
  shape();
  if (fill && stroke) pdf.fillAndStroke(fill, stroke);
  else if (fill) pdf.fill(fill);
  else if (stroke) pdf.stroke(stroke);
  pdf.restore();
}

/** A line of text; characters that the Latin faces lack are written in the Chinese ones. */
function write(pdf: Pdf, line: SvgElement, look: Look): void {
  const pieces: { text: string; face: Face }[] = [];
  for (const text of line.children.join('').normalize('NFC')) {
    const face = faceOf(text, look);
    const last = pieces.at(-1);
    if (last?.face === face) last.text += text;
    else pieces.push({ text, face });
  }
  const widths = pieces.map(({ text, face }) => pdf.font(face).fontSize(look.size).widthOfString(text));
  const width = widths.reduce((sum, each) => sum + each, 0);
  const y = Number(line.attributes.y);
  const left = Number(line.attributes.x) - (look.anchor === 'middle' ? width / 2 : 0);
  const each = (options: { readonly fill?: boolean; readonly stroke?: boolean }): void => {
    let x = left;
    pieces.forEach(({ text, face }, index) => {
      pdf.font(face).fontSize(look.size).text(text, x, y, { lineBreak: false, baseline: 'alphabetic', ...options });
      x += widths[index]!;
    });
  };
  if (look.halo) {
    pdf.save();
    pdf.lineWidth(look.halo.width).lineJoin('round').strokeColor(look.halo.colour);
    each({ fill: false, stroke: true });
    pdf.restore();
  }
  pdf.fillColor(look.fill);
  each({});
  if (look.struck) pdf.lineWidth(look.size * 0.07).strokeColor(look.fill).moveTo(left, y - look.size * 0.3).lineTo(left + width, y - look.size * 0.3).stroke();
}
