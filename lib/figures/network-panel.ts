import { textIn, type Language } from '@/lib/domain/languages';
import type { Phase } from '@/lib/domain/phases';
import type { Box, Enterprise, Relation, Role, Scenario } from '@/lib/domain/scenario';
import { comparisonBadge, itemIdOf, type ComparisonMark, type ComparisonMarks } from './comparison-marks';
import type { NetworkLabels } from './figure-labels';
import type { FigureColours } from './figure-theme';
import { arrowHead, boundsOf, boundsOfPoints, contains, curveBounds, grownBox, lanesOf, overlap, pathOf, pointsAlong, relationCurve, short, type RelationCurve } from './geometry';
import { layoutPhase } from './layout';
import { placeLabels } from './place-labels';
import { PointGrid } from './point-grid';
import { leastLine, shownText } from './shown-text';
import { element, lineHeight, textLines } from './svg';
import { textWidth, widestOf, wrapBalanced, wrapText } from './text-metrics';

/** One phase of a network, drawn in canvas units. */
export interface NetworkPanel {
  readonly svg: string;
  /** Around all that is drawn; null if there is nothing. */
  readonly bounds: Box | null;
}

export interface PanelLook {
  readonly language: Language;
  readonly labels: NetworkLabels;
  readonly colours: FigureColours;
  /** True if what stands in this phase only is to be marked as added or dropped. */
  readonly marksChanges: boolean;
  /** What became of what is drawn since another version; see network-comparison.ts. */
  readonly marks?: ComparisonMarks;
  /** Signs that stand with a role or relation, by item name. */
  readonly said?: ReadonlyMap<string, string>;
}

const noMarks: readonly ComparisonMark[] = [];
const marksOf = ({ marks }: PanelLook, name: string): readonly ComparisonMark[] => marks?.get(name) ?? noMarks;
const isDropped = (look: PanelLook, name: string): boolean => marksOf(look, name).includes('dropped');
const badgeStep = 19;

const roleText = 14;
const rolePadding = 10;
const relationText = 12;
const widestRelationLabel = 148;
const frameText = 13;
const frameGap = 10;
const saidText = 10;

/** How far a line is pushed aside to pass a role that stands in its way. */
const bends = [0, 45, -45, 90, -90, 150, -150];
/** Networks with more relations than this are drawn with straight lines: in a thicket no way around is clear. */
const mostBent = 200;

export function drawPanel(scenario: Scenario, phase: Phase, look: PanelLook): NetworkPanel {
  const layout = layoutPhase(scenario, phase);
  const roles = scenario.roles
    .filter((role) => role.phases[phase])
    .map((role) => {
      const [x, y, width, height] = layout[role.id]!;
      const lines = wrapBalanced(shownText(role.label, look.language) || look.labels.unnamed, Math.max(leastLine, width - 2 * rolePadding), roleText);
      return { role, lines, box: [x, y, width, Math.max(height, lines.length * lineHeight(roleText) + 2 * rolePadding)] as const };
    });
  const boxById = new Map<string, Box>(roles.map(({ role, box }) => [role.id, box]));
  const curves = curvesOf(
    scenario.relations.filter((relation) => relation.phases.includes(phase)),
    boxById,
  );
  const lines = curves.map(({ curve }) => pointsAlong(curve));
  const grid = new PointGrid(lines);
  const frames = framesOf(scenario, phase, roles, grid, look);
  const labels = drawLabels(curves, grid, [...boxById.values(), ...frames.map(({ title }) => title)], look);
  return {
    svg: [
      ...frames.map(({ svg }) => svg),
      ...curves.map(({ relation, curve }) => drawLine(relation, curve, look)),
      ...roles.map(({ role, lines, box }) => drawRole(scenario, phase, role, lines, box, look)),
      labels.svg,
    ].join(''),
    bounds: boundsOf([...roles.map(({ box }) => box), ...frames.map(({ box }) => box), ...labels.boxes, ...lines.map((points) => grownBox(boundsOfPoints(points), 4))]),
  };
}

type PanelRole = { readonly role: Role; readonly box: Box };

interface Frame {
  readonly box: Box;
  /** Where the enterprise's name stands: above its roles, or below if lines would run through it there. */
  readonly title: Box;
  readonly lines: readonly string[];
}

/** The frames that name enterprises: one around all roles of an enterprise, or one around each if others stand between. */
function framesOf(scenario: Scenario, phase: Phase, roles: readonly PanelRole[], grid: PointGrid, look: PanelLook): (Frame & { svg: string })[] {
  return scenario.enterprises.flatMap((enterprise) => {
    const name = shownText(enterprise.name, look.language) || look.labels.unnamed;
    const present = roles.filter(({ role }) => !isDropped(look, `role:${role.id}`)); // a frame is about what stands there now
    const own = present.filter(({ role }) => role.phases[phase]?.enterprise === enterprise.id);
    const others = present.filter(({ role }) => role.phases[phase]?.enterprise !== enterprise.id);
    const whole = boundsOf(own.map(({ box }) => box));
    if (!whole) return [];
    const around = frameAround(whole, name, grid).box;
    const isApart = others.every(({ box }) => overlap(box, around) === 0);
    return (isApart ? [whole] : own.map(({ box }) => box)).map((inner) => {
      const frame = frameAround(inner, name, grid);
      return { ...frame, svg: drawFrame(enterprise, frame, look) };
    });
  });
}

function frameAround(inner: Box, name: string, grid: PointGrid): Frame {
  const [x, y, width, height] = grownBox(inner, frameGap);
  const lines = wrapText(name, Math.max(leastLine, width - 2 * frameGap), frameText, true);
  const titleHeight = lines.length * lineHeight(frameText) + 4;
  const titleWidth = widestOf(lines, frameText, true);
  const above: Frame = { box: [x, y - titleHeight, width, height + titleHeight], title: [x + frameGap, y - titleHeight + 6, titleWidth, titleHeight], lines };
  const below: Frame = { box: [x, y, width, height + titleHeight], title: [x + frameGap, y + height - 3, titleWidth, titleHeight], lines };
  return grid.count(below.title) < grid.count(above.title) ? below : above;
}

function drawFrame(enterprise: Enterprise, { box: [x, y, width, height], title, lines }: Frame, look: PanelLook): string {
  const { colours } = look;
  const { fill, stroke } = colours.role(enterprise.colour);
  return element(
    'g',
    { 'data-item': `enterprise:${enterprise.id}` },
    element('rect', { x, y, width, height, rx: 10, fill, 'fill-opacity': 0.13, stroke, 'stroke-width': 1.4 }),
    textLines(lines, title[0], title[1], { size: frameText, fill: colours.ink, weight: 700, anchor: 'start' }),
    ...marksOf(look, `enterprise:${enterprise.id}`).map((mark, index) => comparisonBadge(mark, title[0] + title[2] + 12 + index * badgeStep, title[1] + lineHeight(frameText) / 2, colours)),
  );
}

function drawRole(scenario: Scenario, phase: Phase, role: Role, lines: readonly string[], [x, y, width, height]: Box, look: PanelLook): string {
  const enterprise = scenario.enterprises.find(({ id }) => id === role.phases[phase]?.enterprise);
  const colour = look.colours.role(enterprise ? enterprise.colour : null);
  const top = y + (height - lines.length * lineHeight(roleText)) / 2;
  const isNamed = textIn(role.label, look.language) !== '';
  const marks = marksOf(look, `role:${role.id}`);
  const gone = marks.includes('dropped');
  return element(
    'g',
    { 'data-item': `role:${role.id}` },
    element('rect', {
      x,
      y,
      width,
      height,
      rx: 6,
      fill: gone ? look.colours.paper : colour.fill,
      stroke: gone ? look.colours.soft : marks.includes('added') ? look.colours.ink : colour.stroke,
      'stroke-width': marks.includes('added') ? 3.5 : 1.5,
      'stroke-dasharray': gone ? '5 4' : undefined,
    }),
    textLines(lines, x + width / 2, top, { size: roleText, fill: gone ? look.colours.soft : colour.ink, italic: !isNamed || undefined, struck: gone || undefined }),
    ...marks.map((mark, index) => comparisonBadge(mark, x + width - index * badgeStep, y, look.colours)),
    standsAlone(role.phases, phase) && look.marksChanges ? badge(x + width, y, phase, look) : '',
    drawSaid(look.said?.get(`role:${role.id}`), x + width / 2, y + height, look),
  );
}

/** Signs in a small frame on the lower edge of a role. */
function drawSaid(said: string | undefined, middle: number, y: number, { colours }: PanelLook): string {
  if (!said) return '';
  const width = textWidth(said, saidText, true) + 8;
  const height = lineHeight(saidText) + 2;
  return element(
    'g',
    {},
    element('rect', { x: short(middle - width / 2), y: y - height / 2, width: short(width), height, rx: 2, fill: colours.paper, stroke: colours.soft, 'stroke-width': 0.8 }),
    textLines([said], middle, y - height / 2 + 1, { size: saidText, fill: colours.ink, weight: 700 }),
  );
}

function standsAlone(phases: Role['phases'], phase: Phase): boolean {
  return !phases[phase === 'before' ? 'after' : 'before'];
}

/** A plus for what is added in the future, a minus for what is dropped: a sign, not a colour. */
export function badge(x: number, y: number, phase: Phase, { colours }: Pick<PanelLook, 'colours'>): string {
  const stroke = { stroke: colours.paper, 'stroke-width': 2, 'stroke-linecap': 'round' };
  return element(
    'g',
    {},
    element('circle', { cx: x, cy: y, r: 9, fill: colours.ink, stroke: colours.paper, 'stroke-width': 1.5 }),
    element('path', { d: `M${x - 4} ${y}H${x + 4}${phase === 'after' ? `M${x} ${y - 4}V${y + 4}` : ''}`, ...stroke }),
  );
}

interface DrawnRelation {
  readonly relation: Relation;
  readonly curve: RelationCurve;
}

function curvesOf(relations: readonly Relation[], boxById: ReadonlyMap<string, Box>): DrawnRelation[] {
  const lanes = lanesOf(relations);
  const grown = [...boxById].map(([id, box]) => [id, grownBox(box, 6)] as const);
  const tried = relations.length > mostBent ? bends.slice(0, 1) : bends;
  return relations.flatMap((relation) => {
    const from = boxById.get(relation.source);
    const to = boxById.get(relation.target);
    if (!from || !to) return [];
    const curves = tried.map((bend) => relationCurve(from, to, { ...lanes.get(relation.id)!, bend }));
    return [{ relation, curve: clearest(curves, grown, relation) }];
  });
}

function drawLabels(drawn: readonly DrawnRelation[], grid: PointGrid, obstacles: readonly Box[], look: PanelLook): { svg: string; boxes: Box[] } {
  const labelled = drawn.flatMap(({ relation, curve }) => {
    const text = shownText(relation.label, look.language);
    const isMarked = look.marksChanges && relation.phases.length === 1;
    const marks = marksOf(look, `relation:${relation.id}`);
    const said = look.said?.get(`relation:${relation.id}`);
    if (!text && !isMarked && !marks.length && !said) return [];
    const sign = isMarked ? (relation.phases[0] === 'after' ? '+ ' : '− ') : '';
    const lines = [...wrapBalanced(sign + text, widestRelationLabel, relationText), ...(said ? [said] : [])];
    const width = widestOf(lines, relationText) + marks.length * badgeStep;
    return [{ relation, curve, lines, width, marks, height: lines.length * lineHeight(relationText) }];
  });
  const boxes = placeLabels(labelled, obstacles);
  const svg = labelled.map(({ relation, lines, marks }, index) => {
    const whole = boxes[index]!;
    const badges = marks.length * badgeStep;
    const box: Box = [whole[0] + badges, whole[1], whole[2] - badges, whole[3]];
    const gone = marks.includes('dropped');
    const liesOnLine = lines.some((line, row) => {
      const width = textWidth(line, relationText);
      const around: Box = [box[0] + (box[2] - width) / 2, box[1] + row * lineHeight(relationText), width, lineHeight(relationText)];
      return grid.hasIn(around);
    });
    return element(
      'g',
      { 'data-item': `relation:${itemIdOf(relation.id)}` },
      textLines(lines, box[0] + box[2] / 2, box[1], {
        size: relationText,
        fill: gone ? look.colours.soft : look.colours.ink,
        struck: gone || undefined,
        ...(liesOnLine && { halo: look.colours.paper }),
      }),
      ...marks.map((mark, position) => comparisonBadge(mark, whole[0] + badgeStep / 2 + position * badgeStep, whole[1] + lineHeight(relationText) / 2, look.colours)),
    );
  });
  return { svg: svg.join(''), boxes };
}

/** The first of the curves that crosses the fewest boxes, those of the relation's own roles aside. */
function clearest(curves: readonly RelationCurve[], boxes: readonly (readonly [id: string, box: Box])[], { source, target }: Relation): RelationCurve {
  let [best, fewest] = [curves[0]!, Infinity];
  if (curves.length === 1) return best;
  for (const curve of curves) {
    const points = pointsAlong(curve, 12);
    const around = grownBox(curveBounds(curve), 1);
    let crossed = 0;
    for (const [id, box] of boxes) {
      if (overlap(box, around) > 0 && id !== source && id !== target && points.some((point) => contains(box, point))) crossed++;
      if (crossed >= fewest) break;
    }
    if (crossed < fewest) [best, fewest] = [curve, crossed];
    if (fewest === 0) break;
  }
  return best;
}

function drawLine(relation: Relation, curve: RelationCurve, look: PanelLook): string {
  const { colours } = look;
  const marks = marksOf(look, `relation:${relation.id}`);
  const gone = marks.includes('dropped');
  const head = arrowHead(curve).map(({ x, y }) => `${short(x)} ${short(y)}`);
  const stroke = relation.kind === null || gone ? colours.soft : colours.line;
  return element(
    'g',
    { 'data-item': `relation:${itemIdOf(relation.id)}` },
    element('path', {
      d: pathOf(curve),
      fill: 'none',
      stroke,
      'stroke-width': marks.includes('added') || marks.includes('rerouted') ? 3.2 : relation.kind === null ? 1 : 1.7,
      'stroke-dasharray': gone ? '1.5 5' : relation.kind === 'data' ? '6 4' : undefined,
    }),
    element('polygon', { points: head.join(' '), fill: stroke }),
  );
}
