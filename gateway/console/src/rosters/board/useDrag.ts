import { useEffect, useRef, type PointerEvent } from "react";

const threshold = 6; // pixels: a click that trembles is no drag

interface Drag {
  id: string;
  x: number;
  y: number;
  isMoving: boolean;
}

/** What becomes of a shift under the pointer. */
export interface DragEvents {
  onLift: (id: string) => void;
  onOver: (officer: string, day: string) => void;
  onDrop: () => void;
}

/** Moves a block by mouse, pen or finger over cells that carry `data-officer` and `data-day`. */
export function useDrag(events: DragEvents) {
  const drag = useRef<Drag>(undefined);
  const current = useRef(events);
  const dropped = useRef(false);
  useEffect(() => { current.current = events; });
  useEffect(() => {
    const move = (event: globalThis.PointerEvent) => {
      const held = drag.current;
      if (!held) return;
      if (!held.isMoving && Math.hypot(event.clientX - held.x, event.clientY - held.y) < threshold) return;
      if (!held.isMoving) current.current.onLift(held.id);
      held.isMoving = true;
      const cell = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>("[data-officer]");
      if (cell?.dataset.officer !== undefined && cell.dataset.day !== undefined) current.current.onOver(cell.dataset.officer, cell.dataset.day);
    };
    const up = () => {
      const held = drag.current;
      drag.current = undefined;
      dropped.current = held?.isMoving === true;
      if (held?.isMoving === true) current.current.onDrop();
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", up);
    addEventListener("pointercancel", up);
    return () => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", up);
      removeEventListener("pointercancel", up);
    };
  }, []);
  return {
    grab: (id: string, event: PointerEvent<HTMLElement>) => {
      dropped.current = false;
      if (event.button === 0) drag.current = { id, x: event.clientX, y: event.clientY, isMoving: false };
    },
    /** The click that ends a drag opens nothing. */
    endedDrag: () => dropped.current,
    /** The shift was put back by key while the pointer held it. */
    letGo: () => { drag.current = undefined; },
  };
}
