"""What users did, in the conventions that shops have, as `UserBehaviour`: one file for each convention."""
