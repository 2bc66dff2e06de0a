'use client';
import { useEditor, useValue } from 'tldraw';
import { useCanvasActions } from './canvas-context';
import { CanvasInStep } from './CanvasInStep';
import { EnterprisePalette } from './EnterprisePalette';
import { Legend } from './Legend';
import { SelectionToolbar } from './SelectionToolbar';
import { SideName } from './SideName';
import { ToolBar } from './ToolBar';
import { useCanvasKeys } from './use-canvas-keys';
import { useClipboard } from './use-clipboard';
import { useLabelFocus } from './use-label-focus';
import { ZoomBar } from './ZoomBar';
import type { CanvasActions } from './canvas-actions';

/** All that stands in front of the canvas: tools, what can be done with the selection, legend. */
export function CanvasChrome() {
  const actions = useCanvasActions();
  return actions && <Chrome actions={actions} />;
}

/** Of two canvases, the first one has the legend for both. */
const hasLegend = ({ pair, phase }: CanvasActions): boolean => !pair || phase === 'before';

function Chrome({ actions }: { readonly actions: CanvasActions }) {
  const editor = useEditor();
  const isPainting = useValue('painting', () => editor.getCurrentToolId() === 'enterprise', [editor]);
  useCanvasKeys(actions);
  useClipboard(actions);
  useLabelFocus();
  return (
    <div className="pointer-events-none absolute inset-0 @container text-ink [&>*]:pointer-events-auto">
      <CanvasInStep actions={actions} />
      {actions.pair && <SideName />}
      <SelectionToolbar actions={actions} />
      {hasLegend(actions) && <Legend actions={actions} />}
      {isPainting && <EnterprisePalette actions={actions} />}
      <ToolBar />
      <ZoomBar actions={actions} />
    </div>
  );
}
