import {
  BrushOverlayUtil,
  HandTool,
  SelectionForegroundOverlayUtil,
  SelectTool,
  ShapeIndicatorOverlayUtil,
  SnapIndicatorOverlayUtil,
  type TLAnyOverlayUtilConstructor,
  type TldrawOptions,
  type TLStateNodeConstructor,
} from 'tldraw';
import { RelationEndBindingUtil } from './shapes/relation-end-binding-util';
import { RelationShapeUtil } from './shapes/relation-shape-util';
import { RoleShapeUtil } from './shapes/role-shape-util';
import { WorkingNoteShapeUtil } from './shapes/working-note-shape-util';
import { DrawingOverlayUtil } from './tools/drawing-overlay-util';
import { EnterpriseTool } from './tools/enterprise-tool';
import { HandleOverlayUtil } from './tools/handle-overlay-util';
import { NoteTool } from './tools/note-tool';
import { RelationTool } from './tools/relation-tool';
import { RoleTool } from './tools/role-tool';

/*
 * All of tldraw that the canvas consists of: three shapes, and exactly the tools that the job needs. Nothing of tldraw's
 * default shapes, tools, menus, embeds or handlers for content from outside is there, so nothing has to be switched off.
 */

export const canvasShapeUtils = [RoleShapeUtil, RelationShapeUtil, WorkingNoteShapeUtil] as const;
export const canvasBindingUtils = [RelationEndBindingUtil] as const;
export const canvasTools: readonly TLStateNodeConstructor[] = [SelectTool, HandTool, RoleTool, RelationTool, EnterpriseTool, NoteTool];
export const canvasOverlayUtils: readonly TLAnyOverlayUtilConstructor[] = [
  BrushOverlayUtil,
  SelectionForegroundOverlayUtil,
  ShapeIndicatorOverlayUtil,
  SnapIndicatorOverlayUtil,
  HandleOverlayUtil,
  DrawingOverlayUtil,
];
export const canvasOptions: Partial<TldrawOptions> = { maxPages: 1, createTextOnCanvasDoubleClick: false, actionShortcutsLocation: 'swap' };
