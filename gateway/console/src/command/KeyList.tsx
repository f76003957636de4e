import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { askings } from "../incident/askings";
import { helpKeys, helpLines } from "./help";
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
        {helpKeys.map((key) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{t(`command.key.${key}`)}</dd></div>)}
        <div><dt><kbd>{t("key.order")}</kbd></dt><dd>{t("command.key.order")}</dd></div>
        <div><dt><kbd>{t("key.seenAll")}</kbd></dt><dd>{t("command.key.seenAll")}</dd></div>
        <div><dt><kbd>{t("key.save")}</kbd></dt><dd>{t("command.key.save")}</dd></div>
        <div><dt><kbd>/</kbd></dt><dd>{t("command.title")}</dd></div>
        {helpLines.map((letter) => <div key={letter}><dt><code>{`/${letter}`}</code></dt><dd>{t(`command.needs.${letter}`)}</dd></div>)}
        {askings.filter(([what]) => what !== "note").map(([what, letter]) => <div key={letter}><dt><code>{`/${letter}`}</code></dt><dd>{t("command.askOpen", { act: t(`act.${what}`) })}</dd></div>)}
        <div><dt><kbd>?</kbd></dt><dd>{t("command.keys")}</dd></div>
      </dl>
      <label className="choice"><input type="checkbox" checked={singleKeys} onChange={(event) => onSingleKeys(event.target.checked)} /> {t("command.singleKeys")}</label>
      <form method="dialog"><button className="main">{t("act.leave")}</button></form>
    </dialog>
  );
}
