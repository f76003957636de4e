import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { keepShell, type Version } from "./shell";

const lookAgain = 15 * 60_000; // milliseconds

/** Keeps this version on the device, and says when there is another: a phone that stays open for a night has to hear of it. */
export function NewVersion() {
  const { t } = useTranslation();
  const [version, setVersion] = useState<Version>("this");
  useEffect(() => {
    const look = () => void keepShell().then(setVersion, () => undefined); // without a network: the next time
    const whenSeen = () => { if (document.visibilityState === "visible") look(); };
    look();
    const looking = setInterval(look, lookAgain);
    addEventListener("online", look);
    document.addEventListener("visibilitychange", whenSeen);
    return () => {
      clearInterval(looking);
      removeEventListener("online", look);
      document.removeEventListener("visibilitychange", whenSeen);
    };
  }, []);
  if (version === "this") return null;
  return (
    <div className="new-version" role="status">
      <span>{t("field.newVersion")}</span>
      <button type="button" className="key" onClick={() => location.reload()}>{t("field.openNewVersion")}</button>
    </div>
  );
}
