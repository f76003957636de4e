import { useId, useRef, useState, type KeyboardEvent } from "react";
import "./combobox.css";

export interface Choice<Value> {
  key: string;
  label: string;
  /** Less important words behind the label. */
  note?: string;
  value: Value;
  /** Found by less than what was typed: taken only by somebody who went to it. */
  isGuess?: boolean;
}

interface Properties<Value> {
  label: string;
  words: string;
  choices: readonly Choice<Value>[];
  /** Said when nothing fits the words; empty while that is not known yet. */
  nothing: string;
  onWords: (words: string) => void;
  onChoose: (choice: Choice<Value>) => void;
  isInvalid?: boolean;
  describedBy?: string;
  autoFocus?: boolean;
  /** Shown open from the start, as when choosing is all there is to do. */
  isOpenAtOnce?: boolean;
}

/** A field in which one types words and chooses by arrow and Enter; the first choice is taken by Enter or by going on (Tab). A guess is taken by neither before an arrow, or a first Enter, went to it. */
export function Combobox<Value>({ label, words, choices, nothing, onWords, onChoose, isInvalid, describedBy, autoFocus, isOpenAtOnce }: Properties<Value>) {
  const id = useId();
  const [isOpen, setOpen] = useState(isOpenAtOnce ?? false);
  const [moved, setMoved] = useState<number>();
  const list = useRef<HTMLUListElement>(null);
  const active = moved === undefined ? untouched(choices) : Math.min(moved, choices.length - 1);

  const choose = (choice: Choice<Value> | undefined): boolean => {
    if (!choice) return false;
    onChoose(choice);
    setOpen(false);
    setMoved(undefined);
    return true;
  };
  const move = (to: number): void => {
    setOpen(true);
    setMoved(to);
    list.current?.children[to]?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown") move(isOpen ? Math.min(active + 1, choices.length - 1) : Math.max(active, 0));
    else if (event.key === "ArrowUp") move(Math.max(active - 1, 0));
    else if (event.key === "Enter" && !event.ctrlKey && isOpen && choose(choices[active])) event.stopPropagation();
    else if (event.key === "Enter" && !event.ctrlKey && isOpen && choices.length > 0) move(0);
    else if (event.key === "Tab" && isOpen && words !== "") return void choose(choices[active]);
    else if (event.key === "Escape" && isOpen && !isOpenAtOnce) setOpen(false);
    else return;
    event.preventDefault();
  };

  return (
    <div className={isOpenAtOnce ? "combobox always" : "combobox"} onBlur={() => setOpen(isOpenAtOnce ?? false)}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id} role="combobox" aria-expanded={isOpen} aria-controls={`${id}-list`} aria-autocomplete="list" aria-invalid={isInvalid} aria-describedby={describedBy}
        aria-activedescendant={isOpen && active >= 0 ? `${id}-${active}` : undefined} autoComplete="off" autoFocus={autoFocus} value={words}
        onChange={(event) => {
          onWords(event.target.value);
          setOpen(true);
          setMoved(undefined);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} ref={list} role="listbox" aria-label={label} hidden={!isOpen || choices.length === 0}>
        {choices.map((choice, index) => (
          <li key={choice.key} id={`${id}-${index}`} role="option" aria-selected={index === active} onPointerDown={(event) => { event.preventDefault(); choose(choice); }}>
            {choice.label} {choice.note !== undefined && <span className="quiet">{choice.note}</span>}
          </li>
        ))}
      </ul>
      {isOpen && words !== "" && nothing !== "" && choices.length === 0 && <p className="combobox-nothing" role="status">{nothing}</p>}
    </div>
  );
}

// What Enter and Tab take while nobody moved: the first, unless it is a guess; -1 = none.
function untouched(choices: readonly Choice<unknown>[]): number {
  return choices.length > 0 && choices[0]?.isGuess !== true ? 0 : -1;
}
