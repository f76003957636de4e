import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReasonForm } from "../asking/ReasonForm";
import { useDesk } from "../desk/desk";
import { useStore } from "../time/store";
import { isPreset } from "./presets";

/** Which arrangement this window shows, and a name for the one that stands here now. */
export function LayoutMenu() {
  const { t } = useTranslation();
  const { layouts } = useDesk();
  const { current, names } = useStore(layouts);
  const [isNaming, setNaming] = useState(false);
  const titleOf = (name: string) => (isPreset(name) ? t(`layout.preset.${name}`) : name);
  const name = (words: string) => {
    const kept = layouts.read(current);
    layouts.show(words);
    if (kept) layouts.keep(kept);
    setNaming(false);
  };
  if (isNaming) return <ReasonForm label={t("layout.name")} confirm={t("layout.keep")} most={30} onSubmit={name} onLeave={() => setNaming(false)} />;
  return (
    <>
      <label className="layout-choice">
        <span className="unseen">{t("layout.title")}</span>
        <select value={current} onChange={(event) => layouts.show(event.target.value)}>
          {names.map((one) => <option key={one} value={one}>{titleOf(one)}</option>)}
        </select>
      </label>
      <button type="button" onClick={() => setNaming(true)}>{t("layout.keepAs")}</button>
      <button type="button" onClick={layouts.forget}>{t(isPreset(current) ? "layout.asMade" : "layout.forget")}</button>
    </>
  );
}
