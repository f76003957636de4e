import { useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { suggest } from "./grammar/grammar";
import { useModal } from "./useModal";
import { useSaying } from "./useSaying";
import { useWorld } from "./useWorld";
import type { Act } from "./grammar/world";
import "./command.css";

interface Properties {
  history: readonly string[];
  carryOut: (act: Act, line: string) => void;
  leave: () => void;
}

/** One line for everything: type, see what it will do, Enter does it. Tab completes, arrow up on an empty line brings back what was typed before. */
export function CommandLine({ history, carryOut, leave }: Properties) {
  const { t } = useTranslation();
  const [line, setLine] = useState("/");
  const [at, setAt] = useState(0);
  const [back, setBack] = useState(0);
  const modal = useModal(leave);
  const saying = useSaying();
  const suggestions = suggest(line, useWorld()).slice(0, 24);
  const chosen = suggestions[Math.min(at, suggestions.length - 1)];

  const write = (text: string) => {
    setLine(text);
    setAt(0);
  };
  const recall = (steps: number) => {
    const wanted = Math.min(Math.max(back + steps, 0), history.length);
    setBack(wanted);
    write(wanted === 0 ? "/" : (history.at(-wanted) ?? "/"));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Tab" && chosen) write(chosen.line);
    else if (event.key === "Enter" && chosen?.act) carryOut(chosen.act, chosen.line);
    else if (event.key === "Enter" && chosen) write(chosen.line);
    else if (event.key === "ArrowUp" && (line === "/" || back > 0)) recall(1);
    else if (event.key === "ArrowDown" && back > 0) recall(-1);
    else if (event.key === "ArrowDown") setAt(Math.min(at + 1, suggestions.length - 1));
    else if (event.key === "ArrowUp") setAt(Math.max(at - 1, 0));
    else return;
    event.preventDefault();
  };
  return (
    <dialog {...modal} className="command" aria-label={t("command.title")}>
      <input
        role="combobox" aria-label={t("command.title")} aria-expanded aria-controls="command-list" aria-autocomplete="list" aria-activedescendant={chosen && `command-${suggestions.indexOf(chosen)}`}
        autoFocus autoComplete="off" value={line} onChange={(event) => write(event.target.value)} onKeyDown={onKeyDown}
      />
      <ul id="command-list" role="listbox" aria-label={t("command.title")}>
        {suggestions.map((suggestion, index) => (
          <li key={`${suggestion.line} ${index}`} id={`command-${index}`} role="option" aria-selected={suggestion === chosen} onClick={() => suggestion.act ? carryOut(suggestion.act, suggestion.line) : write(suggestion.line)}>
            <code>{suggestion.line}</code> <span className={suggestion.act ? "" : "quiet"}>{saying(suggestion)}</span>
          </li>
        ))}
        {suggestions.length === 0 && <li role="option" aria-selected={false} aria-disabled>{t("command.nothing")}</li>}
      </ul>
      <p className="quiet"><kbd>{t("key.tab")}</kbd> {t("command.completes")} <kbd>{t("key.enter")}</kbd> {t("command.does")} <kbd>{t("key.escape")}</kbd> {t("command.leaves")}</p>
    </dialog>
  );
}
