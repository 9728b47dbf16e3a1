"""The preview: pictures of the papers on one local page, with what is to be said of each beside it."""
