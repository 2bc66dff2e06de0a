import { Box, type Editor } from 'tldraw';

/** Room around the network in screen units: above for the enterprises to assign and for a selection's toolbar, below for the tools. */
const margins = { top: 72, right: 32, bottom: 56, left: 32 } as const;
const gap = 16;
/** At first sight the network is shown no smaller than this, so that its labels can be read; the rest is reached by moving. */
export const leastAtFirst = 0.65;

interface Camera {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}
interface Fit {
  readonly least: number;
  /** Null while the canvas has no size in which anything could be shown. */
  readonly camera: Camera | null;
}
const fits = new WeakMap<Editor, Fit>();

export interface FitOptions {
  readonly immediate?: boolean;
  /** The smallest zoom. */
  readonly least?: number;
}

/** Shows the whole network beside legend and tools, never larger than life. Notes count only if there is nothing else. */
export function fitNetwork(editor: Editor, { immediate = false, least = 0 }: FitOptions = {}): void {
  const bounds = networkBounds(editor);
  const screen = editor.getViewportScreenBounds();
  const camera = bounds && screen.w >= 50 && screen.h >= 50 ? cameraFor(bounds, screen, legendOf(editor), least) : null;
  fits.set(editor, { least, camera });
  if (camera) editor.setCamera(camera, { force: true, ...(immediate ? { immediate: true } : { animation: { duration: 150 } }) });
}

/** Fits the network again after the canvas has changed its size, unless somebody has moved the view meanwhile. */
export function refitNetwork(editor: Editor): void {
  const fit = fits.get(editor);
  if (fit && (!fit.camera || isSame(fit.camera, editor.getCamera()))) fitNetwork(editor, { immediate: true, least: fit.least });
}

export interface Legend {
  /** The legend's size with its distance from the lower left corner. */
  readonly width: number;
  readonly height: number;
}

/** The camera that shows the bounds in the room right of the legend or above it, whichever shows more. */
export function cameraFor(bounds: Pick<Box, 'x' | 'y' | 'w' | 'h'>, screen: Pick<Box, 'w' | 'h'>, legend: Legend, least: number): Camera {
  const rooms = [
    { left: Math.max(margins.left, legend.width + gap), bottom: margins.bottom },
    { left: margins.left, bottom: Math.max(margins.bottom, legend.height + gap) },
  ].map(({ left, bottom }) => {
    const [w, h] = [Math.max(1, screen.w - left - margins.right), Math.max(1, screen.h - margins.top - bottom)];
    return { left, w, h, zoom: Math.min(1, w / bounds.w, h / bounds.h) };
  });
  const room = rooms[1]!.zoom > rooms[0]!.zoom ? rooms[1]! : rooms[0]!;
  const z = Math.max(room.zoom, least);
  // What is larger than its room begins where one begins to read.
  const x = room.left + Math.max(0, room.w - bounds.w * z) / 2;
  const y = margins.top + Math.max(0, room.h - bounds.h * z) / 2;
  return { x: x / z - bounds.x, y: y / z - bounds.y, z };
}

function networkBounds(editor: Editor): Box | undefined {
  const boxes = editor.getCurrentPageShapes().flatMap((shape) => (shape.type === 'working-note' ? [] : (editor.getShapePageBounds(shape) ?? [])));
  return boxes.length ? Box.Common(boxes) : editor.getCurrentPageBounds();
}

function legendOf(editor: Editor): Legend {
  const container = editor.getContainer();
  const legend = container.querySelector('[data-legend]')?.getBoundingClientRect();
  const { left, bottom } = container.getBoundingClientRect();
  return legend ? { width: legend.right - left, height: bottom - legend.top } : { width: 0, height: 0 };
}

const isSame = (a: Camera, b: Camera): boolean => Math.abs(a.x - b.x) < 0.5 && Math.abs(a.y - b.y) < 0.5 && Math.abs(a.z - b.z) < 1e-3;
