import en from "../en/pages/conflict.json";
import nl from "../nl/pages/conflict.json";
import { addWords } from "../pageWords";

addWords("conflict", nl, en);
