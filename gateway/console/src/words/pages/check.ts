import en from "../en/pages/check.json";
import nl from "../nl/pages/check.json";
import { addWords } from "../pageWords";

addWords("check", nl, en);
