"""The campaign 晋位升级: the only package that knows what a Party branch is."""
