// What the editor of long texts uses of ProseMirror, as one global: PM.
export { DOMParser, Schema, Slice } from "prosemirror-model";
export { EditorState, Plugin, TextSelection } from "prosemirror-state";
export { EditorView } from "prosemirror-view";
export { keymap } from "prosemirror-keymap";
export { closeHistory, history, undo, redo } from "prosemirror-history";
export { baseKeymap, chainCommands, setBlockType, toggleMark } from "prosemirror-commands";
export { inputRules, InputRule, undoInputRule } from "prosemirror-inputrules";
export { liftListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
