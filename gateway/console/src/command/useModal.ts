import { useEffect, useRef, type KeyboardEvent, type RefObject } from "react";

interface Modal {
  ref: RefObject<HTMLDialogElement | null>;
  onKeyDown: (event: KeyboardEvent) => void;
  onClose: () => void;
}

/** A dialog that is open while it stands on the page. Escape leaves it at once: what is typed after that is for the page, never for a dialog that is still about to tell that it closed. */
export function useModal(leave: () => void): Modal {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => ref.current?.showModal(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    ref.current?.close(); // gives the focus back to where it was
    leave();
  };
  return { ref, onKeyDown, onClose: leave };
}
