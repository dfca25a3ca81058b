"""The ways of editing a review file: each changes a copy at random and says what must come back."""

from collections.abc import Callable

from lxml import etree

from tests.review.word_copy import Copy, W, parsed
from tests.review.word_ways_columns import (
    COLUMN_WAYS,
    add_column,
    remove_chinese,
    remove_ids,
    remove_states,
    swap_columns,
)
from tests.review.word_ways_merging import merge_across, merge_english, merge_everything, merge_ids, split_row
from tests.review.word_ways_remarks import comment, comment_on_chinese, comment_on_title, resolve, set_states
from tests.review.word_ways_rows import (
    add_rows,
    change_fixed_words,
    copy_a_row,
    delete_rows,
    move_a_row_tracked,
    move_rows,
    nest,
    sort_rows,
    split_table,
    strike_rows,
    type_around,
    wrap,
)
from tests.review.word_ways_text import TEXT_WAYS

FEWEST_ROWS = 6  # a way on rows needs so many that no other way holds
# In the order in which they can follow each other.
ROW_WAYS: tuple[Callable[[Copy], None], ...] = (
    change_fixed_words,
    sort_rows,
    move_rows,
    delete_rows,
    strike_rows,
    move_a_row_tracked,
    add_rows,
    copy_a_row,
    split_table,
    split_table,
    type_around,
    wrap,
    merge_english,
    merge_everything,
    merge_ids,
    merge_across,
    split_row,
)
# What cannot stand beside a way on columns: no word processor leaves the rows of a table unaligned.
NOT_BESIDE: dict[Callable[[Copy], None], tuple[Callable[[Copy], None], ...]] = {
    add_column: (merge_across,),
    swap_columns: (merge_across,),
    remove_ids: (merge_across,),
    remove_chinese: (merge_across, merge_ids, merge_everything, add_rows),
    remove_states: (merge_across,),
}


def drop_tags(copy: Copy) -> None:
    """Save as WPS and LibreOffice 7 do: the controls stay, their tags are gone."""
    for tag in list(copy.document.iter(W + "tag")):
        tag.getparent().remove(tag)


def drop_controls(copy: Copy) -> None:
    """Save as Google Docs does: the text of the controls stays."""
    for control in list(copy.document.iter(W + "sdt")):
        parent = control.getparent()
        for inner in control.find(W + "sdtContent"):
            control.addprevious(inner)
        parent.remove(control)


def drop_bookmarks(copy: Copy) -> None:
    for name in ("bookmarkStart", "bookmarkEnd"):
        for mark in list(copy.document.iter(W + name)):
            mark.getparent().remove(mark)


def rename_styles(copy: Copy) -> None:
    """Number the styles as WPS does; their names stay."""
    styles = parsed(copy.parts["word/styles.xml"])
    numbers = {style.get(W + "styleId"): str(n) for n, style in enumerate(styles.iter(W + "style"), start=5)}
    for tree, names in ((styles, ("style",)), (copy.document, ())):
        for name in names:
            for style in tree.iter(W + name):
                style.set(W + "styleId", numbers[style.get(W + "styleId")])
        for name in ("pStyle", "rStyle", "tblStyle", "basedOn"):
            for used in tree.iter(W + name):
                used.set(W + "val", numbers.get(used.get(W + "val"), used.get(W + "val")))
    copy.parts["word/styles.xml"] = etree.tostring(styles)


def drop_properties(copy: Copy) -> None:
    copy.parts.pop("docProps/custom.xml")


HABITS: tuple[Callable[[Copy], None], ...] = (
    drop_tags,
    drop_controls,
    drop_bookmarks,
    rename_styles,
    drop_properties,
)


def edited(copy: Copy) -> list[str]:
    """Edit a copy in several of the ways at random; return their names."""
    rng = copy.rng
    column = rng.choice([None, None, *COLUMN_WAYS])
    copy.column_moves = column is not None
    rows = [way for way in ROW_WAYS if column is None or way not in NOT_BESIDE[column]]
    chosen = [rng.choice((*TEXT_WAYS, comment)) for _ in range(rng.randint(4, 20))]
    chosen += [
        way for way in (comment_on_chinese, comment_on_title, resolve, set_states) if rng.random() < 0.5
    ]
    chosen += [way for way in rows if rng.random() < 0.3]
    chosen += [nest] if rng.random() < 0.1 else []
    chosen += [column] if column is not None else []
    # Without the id column the controls say which row is which.
    habits = [way for way in HABITS if column is not remove_ids or way not in (drop_tags, drop_controls)]
    chosen += [way for way in habits if rng.random() < 0.3]
    for way in chosen:
        if way not in ROW_WAYS or len(copy.free()) > FEWEST_ROWS:
            way(copy)
    return [way.__name__ for way in chosen]
