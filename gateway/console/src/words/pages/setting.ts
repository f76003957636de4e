import en from "../en/pages/setting.json";
import nl from "../nl/pages/setting.json";
import { addWords } from "../pageWords";

addWords("setting", nl, en);
