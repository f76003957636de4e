import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { CommandLine } from "./CommandLine";
import { KeyList } from "./KeyList";
import { useCarryOut } from "./useCarryOut";

type Open = "line" | "keys" | undefined;

const remembered = "handhaving-single-keys";
const fields = "input, textarea, select, [contenteditable]";

/** The command line and the list of keys: by their buttons, and by their signs wherever one does not type. */
export function Commands() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>();
  const [history, setHistory] = useState<readonly string[]>([]);
  const [singleKeys, setSingleKeys] = useState(() => localStorage.getItem(remembered) !== "off");
  const carryOut = useCarryOut(useCallback(() => setOpen("keys"), []));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.matches(fields);
      if (typing || event.ctrlKey || event.altKey || event.metaKey || !singleKeys) return;
      if (event.key !== "/" && event.key !== "?") return;
      event.preventDefault();
      setOpen(event.key === "/" ? "line" : "keys");
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [singleKeys]);
  const choose = (on: boolean) => {
    localStorage.setItem(remembered, on ? "on" : "off");
    setSingleKeys(on);
  };
  return (
    <>
      <button onClick={() => setOpen("line")}>{t("command.title")} {singleKeys && <kbd>/</kbd>}</button>
      <button onClick={() => setOpen("keys")}>{t("command.keys")} {singleKeys && <kbd>?</kbd>}</button>
      {open === "line" && (
        <CommandLine history={history} leave={() => setOpen(undefined)} carryOut={(act, line) => {
          setOpen(undefined);
          setHistory([...history, line]);
          carryOut(act);
        }} />
      )}
      {open === "keys" && <KeyList singleKeys={singleKeys} onSingleKeys={choose} leave={() => setOpen(undefined)} />}
    </>
  );
}
