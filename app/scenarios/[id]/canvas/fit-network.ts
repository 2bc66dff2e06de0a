import { Box, type Editor } from 'tldraw';

/** Room around the network in screen units: above for the enterprises to assign and for a selection's toolbar, below for the tools. */
const margins = { top: 72, right: 32, bottom: 56, left: 32 } as const;
/** Above a network that would be too small to read with all that room: the toolbars come only later, and find a place. */
const leastTop = 16;
const gap = 12;
/** At first sight the network is shown no smaller than this, so that its labels can be read; the rest is reached by moving. */
export const leastAtFirst = 0.65;
/** That little smaller is still read, and better than a role that lies under a toolbar. */
const nearly = 0.84;

interface Camera {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}
interface Fit {
  readonly options: FitOptions;
  /** Null while the canvas has no size in which anything could be shown. */
  readonly camera: Camera | null;
}
const fits = new WeakMap<Editor, Fit>();

export interface FitOptions {
  readonly immediate?: boolean;
  /** The smallest zoom. */
  readonly least?: number;
  /** A canvas that shows the same section of its own network, which has to be seen, too. */
  readonly beside?: Editor | undefined;
}

/**
 * Shows the whole network beside legend and tools, never larger than life. Notes don't make it smaller, unless there is
 * nothing else; but they are not left under the zoom bar where there is room beside it.
 */
export function fitNetwork(editor: Editor, options: FitOptions = {}): void {
  const { immediate = false, least = 0, beside } = options;
  const { network: bounds, notes } = boundsIn(beside ? [editor, beside] : [editor]);
  const screen = editor.getViewportScreenBounds();
  const camera = bounds && screen.w >= 50 && screen.h >= 50 ? cameraFor(bounds, screen, { legend: cornerOf(editor, 'legend'), zoom: cornerOf(editor, 'zoom-bar') }, least, notes) : null;
  fits.set(editor, { options, camera });
  if (camera) editor.setCamera(camera, { force: true, ...(immediate ? { immediate: true } : { animation: { duration: 150 } }) });
}

/** Fits the network again after the canvas has changed its size, unless somebody has moved the view meanwhile. */
export function refitNetwork(editor: Editor): void {
  const fit = fits.get(editor);
  if (fit && (!fit.camera || isSame(fit.camera, editor.getCamera()))) fitNetwork(editor, { ...fit.options, immediate: true });
}

/** What stands in a lower corner of the canvas: its size with its distance from that corner. */
export interface Corner {
  readonly width: number;
  readonly height: number;
}
type Bounds = Pick<Box, 'x' | 'y' | 'w' | 'h'>;

/**
 * The camera that shows the network in the room beside legend and zoom bar or above them, whichever shows more.
 * @param notes what stands around the network and is kept off the zoom bar if that costs nothing
 */
export function cameraFor(network: Bounds, screen: Pick<Box, 'w' | 'h'>, corners: { readonly legend: Corner; readonly zoom: Corner }, least: number, notes: Bounds | null = null): Camera {
  const { legend, zoom } = corners;
  const [besideLegend, aboveLegend] = [
    { left: Math.max(margins.left, legend.width + gap), bottom: 0 },
    { left: margins.left, bottom: legend.height + gap },
  ];
  const [besideZoom, aboveZoom] = [
    { right: Math.max(margins.right, zoom.width + gap), bottom: 0 },
    { right: margins.right, bottom: zoom.height + gap },
  ];
  const roomsBelow = (top: number): Room[] =>
    [aboveZoom, besideZoom].flatMap(({ right, bottom: aboveOne }) =>
      [besideLegend, aboveLegend].map(({ left, bottom: aboveOther }) => {
        const bottom = Math.max(margins.bottom, aboveOne, aboveOther);
        const [w, h] = [Math.max(1, screen.w - left - right), Math.max(1, screen.h - top - bottom)];
        return { left, top, w, h, zoom: Math.min(1, w / network.w, h / network.h) };
      }),
    );
  const bestOf = (rooms: readonly Room[]): Room => rooms.reduce((best, room) => (room.zoom > best.zoom ? room : best));
  const usual = bestOf(roomsBelow(margins.top));
  const room = usual.zoom < least ? bestOf(roomsBelow(leastTop)) : usual;
  const z = room.zoom >= least * nearly ? room.zoom : least;
  // What is larger than its room begins where one begins to read.
  const x = room.left + Math.max(0, room.w - network.w * z) / 2;
  const y = room.top + Math.max(0, room.h - network.h * z) / 2;
  return { x: (x - shiftFor(notes)) / z - network.x, y: y / z - network.y, z };

  /** How far to the left the notes have to go, if there is so much room, not to be covered by the zoom bar. */
  function shiftFor(bounds: Bounds | null): number {
    if (!bounds) return 0;
    const right = x + (bounds.x + bounds.w - network.x) * z;
    const bottom = y + (bounds.y + bounds.h - network.y) * z;
    const over = right - (screen.w - zoom.width - gap);
    return over > 0 && bottom > screen.h - zoom.height - gap && over <= x - room.left ? over : 0;
  }
}

interface Room {
  readonly left: number;
  readonly top: number;
  readonly w: number;
  readonly h: number;
  readonly zoom: number;
}

function boundsIn(editors: readonly Editor[]): { readonly network: Box | undefined; readonly notes: Box | null } {
  const boxesOf = (areNotes: boolean): Box[] =>
    editors.flatMap((editor) => editor.getCurrentPageShapes().flatMap((shape) => ((shape.type === 'working-note') === areNotes ? (editor.getShapePageBounds(shape) ?? []) : [])));
  const [network, notes] = [boxesOf(false), boxesOf(true)];
  if (!network.length) return { network: notes.length ? Box.Common(notes) : undefined, notes: null };
  return { network: Box.Common(network), notes: notes.length ? Box.Common(notes) : null };
}

/** The part of the canvas's chrome marked `data-corner` with that name. */
function cornerOf(editor: Editor, name: 'legend' | 'zoom-bar'): Corner {
  const container = editor.getContainer();
  const part = container.querySelector(`[data-corner=${name}]`)?.getBoundingClientRect();
  const { left, right, bottom } = container.getBoundingClientRect();
  if (!part) return { width: 0, height: 0 };
  return { width: name === 'legend' ? part.right - left : right - part.left, height: bottom - part.top };
}

const isSame = (a: Camera, b: Camera): boolean => Math.abs(a.x - b.x) < 0.5 && Math.abs(a.y - b.y) < 0.5 && Math.abs(a.z - b.z) < 1e-3;
