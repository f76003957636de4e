import en from "../words/en/pages/setting.json";
import nl from "../words/nl/pages/setting.json";
import { addWords } from "../words/pageWords";

addWords("setting", nl, en);
