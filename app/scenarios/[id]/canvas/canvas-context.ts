'use client';
import { createContext, useContext } from 'react';
import { usePhase, useWatchable } from '../session/hooks';
import { useShellView } from '../workspace/WorkspaceViewProvider';
import type { CanvasActions } from './canvas-actions';

/** The actions of the canvas around, for its toolbars and legend. */
export const CanvasContext = createContext<CanvasActions | null>(null);

/** @returns null until the canvas is bound to the document */
export const useCanvasActions = (): CanvasActions | null => useContext(CanvasContext);

/** Whether the canvas around is the one at work: of two side by side, the one that was last used. */
export const useIsAtWork = (): boolean => useWatchable(useShellView().phase) === usePhase();
