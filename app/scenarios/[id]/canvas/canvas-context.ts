'use client';
import { createContext, useContext } from 'react';
import type { CanvasActions } from './canvas-actions';

/** The actions of the canvas around, for its toolbars and legend. */
export const CanvasContext = createContext<CanvasActions | null>(null);

/** @returns null until the canvas is bound to the document */
export const useCanvasActions = (): CanvasActions | null => useContext(CanvasContext);
