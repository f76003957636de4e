import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";

const MapPanel = lazy(() => import("./MapPanel"));

/** The map, loaded after all that a desk cannot do without. */
export function LazyMap() {
  const { t } = useTranslation();
  return <Suspense fallback={<p className="nothing" role="status">{t("map.coming")}</p>}><MapPanel /></Suspense>;
}
