import { useTranslation } from "react-i18next";
import { emptyTheme, type ThemeDraft } from "./profileDraft";

interface Properties {
  themes: readonly ThemeDraft[];
  onChange: (themes: readonly ThemeDraft[]) => void;
}

const fields = ["code", "name", "weight", "origin", "families", "areas"] as const;
const longest = { code: 60, name: 120, weight: 2, origin: 200, families: 2000, areas: 2000 } as const;

/** The themes of a version in their order: what several would take counts for the first. */
export function ThemeRows({ themes, onChange }: Properties) {
  const { t } = useTranslation();
  return (
    <div className="theme-rows">
      <table>
        <caption>{t("theme.new.themes")}</caption>
        <thead><tr>{fields.map((field) => <th key={field} scope="col">{t(`theme.new.field.${field}`)}</th>)}<th scope="col"><span className="unseen">{t("theme.new.drop")}</span></th></tr></thead>
        <tbody>
          {themes.map((theme, at) => (
            <tr key={at}>
              {fields.map((field) => <td key={field} className={field}><input aria-label={`${t(`theme.new.field.${field}`)}, ${at + 1}`} value={theme[field]} maxLength={longest[field]} onChange={(event) => onChange(themes.map((one, index) => (index === at ? { ...one, [field]: event.target.value } : one)))} /></td>)}
              <td><button type="button" aria-label={`${t("theme.new.drop")}: ${theme.name}`} onClick={() => onChange(themes.filter((_, index) => index !== at))}>{t("theme.new.dropSign")}</button></td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" onClick={() => onChange([...themes, emptyTheme])}>{t("theme.new.add")}</button>
    </div>
  );
}
