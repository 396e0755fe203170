# Menu and the names of the pages.

nav-group-team = Team
nav-group-scenarios = Scenarios
nav-group-manage = Manage
nav-group-you = You
nav-inbox = Practise
nav-review-queue = Review
nav-review-reply = Review a reply
nav-disputes = Disputes
nav-assignments = Assignments
nav-team = Team overview
nav-calibration = Calibration
nav-paths = Learning paths
nav-exports = Exports
nav-write = Write
nav-proposals = Proposals
nav-people = People
nav-employer = Settings of the organisation
nav-rescoring = Score again
nav-persons-data = Somebody's data
nav-audit = Audit trail
nav-my-data = My data
nav-certificates = Learning paths and certificates
nav-welcome = Welcome
nav-verify = Verify a certificate
role-admin = Administrator
role-admin-about = I manage people, rights and settings.
