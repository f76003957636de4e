import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { askings } from "../incident/askings";
import { allSteps, stepLetter } from "../assignment/stepAskings";
import { commandLetters, keyActs, keys } from "../keys/keys";
import { useModal } from "./useModal";
import "./command.css";

interface Properties {
  singleKeys: boolean;
  onSingleKeys: (on: boolean) => void;
  leave: () => void;
}

/** All keys and commands; and the choice whether single signs do something outside fields (WCAG 2.1.4). */
export function KeyList({ singleKeys, onSingleKeys, leave }: Properties) {
  const { t } = useTranslation();
  const modal = useModal(leave);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []); // its keys stand at the foot: the list would open at its end
  return (
    <dialog {...modal} className="command keys" aria-labelledby="keys-title">
      <h2 id="keys-title" ref={title} tabIndex={-1}>{t("command.keys")}</h2>
      <dl>
        {keyActs.map((act) => <div key={act}><dt><kbd>{keys[act]}</kbd></dt><dd>{t(`command.key.${act}`)}</dd></div>)}
        <div><dt><kbd>{t("key.save")}</kbd></dt><dd>{t("command.key.save")}</dd></div>
        <div><dt><kbd>/</kbd></dt><dd>{t("command.title")}</dd></div>
        {commandLetters.map((letter) => <div key={letter}><dt><code>{`/${letter}`}</code></dt><dd>{t(`command.needs.${letter}`)}</dd></div>)}
        {askings.filter(([what]) => what !== "note").map(([what, letter]) => <div key={letter}><dt><code>{`/${letter}`}</code></dt><dd>{t("command.askOpen", { act: t(`act.${what}`) })}</dd></div>)}
        {allSteps.map((what) => <div key={what}><dt><code>{`/${stepLetter(what)}`}</code></dt><dd>{t("command.askStep", { act: t(`step.${what}`) })}</dd></div>)}
        <div><dt><kbd>?</kbd></dt><dd>{t("command.keys")}</dd></div>
      </dl>
      <label className="choice"><input type="checkbox" checked={singleKeys} onChange={(event) => onSingleKeys(event.target.checked)} /> {t("command.singleKeys")}</label>
      <form method="dialog"><button className="main">{t("act.leave")}</button></form>
    </dialog>
  );
}
