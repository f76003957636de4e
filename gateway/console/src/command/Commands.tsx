import { useCallback, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { forEachWindow } from "../layout/windows";
import { CommandLine } from "./CommandLine";
import { KeyList } from "./KeyList";
import { useCarryOut } from "./useCarryOut";

type What = "line" | "keys";

// What is open, and in which window: there the keyboard is.
interface Open {
  what: What;
  of: Window;
}

const remembered = "handhaving-single-keys";
const fields = "input, textarea, select, [contenteditable]";

/** The command line and the list of keys: by their buttons, and by their signs wherever one does not type. */
export function Commands() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>();
  const show = useCallback((what: What, of: Window = window) => setOpen({ what, of }), []);
  const [history, setHistory] = useState<readonly string[]>([]);
  const [singleKeys, setSingleKeys] = useState(() => localStorage.getItem(remembered) !== "off");
  const carryOut = useCarryOut(useCallback(() => show("keys"), [show]));
  useEffect(() => forEachWindow((of) => {
    const onKey = (event: KeyboardEvent) => {
      const typing = (event.target as Partial<Element> | null)?.matches?.(fields) ?? false; // of a popped-out window too, whose elements are of another realm
      if (typing || event.ctrlKey || event.altKey || event.metaKey || !singleKeys) return;
      if (event.key !== "/" && event.key !== "?") return;
      event.preventDefault();
      show(event.key === "/" ? "line" : "keys", of);
    };
    of.addEventListener("keydown", onKey);
    return () => of.removeEventListener("keydown", onKey);
  }), [show, singleKeys]);
  const choose = (on: boolean) => {
    localStorage.setItem(remembered, on ? "on" : "off");
    setSingleKeys(on);
  };
  return (
    <>
      <button onClick={() => show("line")}>{t("command.title")} {singleKeys && <kbd>/</kbd>}</button>
      <button onClick={() => show("keys")}>{t("command.keys")} {singleKeys && <kbd>?</kbd>}</button>
      {open && createPortal(open.what === "line" ? (
        <CommandLine history={history} leave={() => setOpen(undefined)} carryOut={(act, line) => {
          setOpen(undefined);
          setHistory([...history, line]);
          carryOut(act);
        }} />
      ) : <KeyList singleKeys={singleKeys} onSingleKeys={choose} leave={() => setOpen(undefined)} />, open.of.document.body)}
    </>
  );
}
