# What is planned and refused, without an engine: terraform test

run "addresses_follow_the_ports" {
  command = plan

  variables {
    web_port   = 8000
    relay_port = 8001
  }

  assert {
    condition     = output.shop == "http://localhost:8000/" && output.dashboard == "http://localhost:8000/dashboard"
    error_message = "The shop and its dashboard are on web_port."
  }

  assert {
    condition     = output.relay == "http://localhost:8001/events"
    error_message = "The relay is on relay_port."
  }
}

run "without_a_key_it_is_open" {
  command = plan

  assert {
    condition     = local.settings.EDM_OPEN == "true" && local.key == ""
    error_message = "Without a key everyone is a viewer."
  }
}

run "a_key_closes_it" {
  command = plan

  variables {
    viewer_key = "sixteen-letters!"
  }

  assert {
    condition     = local.settings.EDM_OPEN == "false" && local.key == "sixteen-letters!"
    error_message = "With a key nobody else is a viewer."
  }
}

run "what_was_restored_on_this_machine_is_no_source" {
  command = plan

  assert {
    condition     = alltrue([for file in local.sources : !strcontains(file, "wwwroot/lib/")])
    error_message = "A build on this machine would have the images built anew."
  }
}

run "wrong_values_are_refused" {
  command = plan

  variables {
    project    = "Edm"
    relay_port = 65536
    viewer_key = "short"
    time_zone  = "Berlin?"
    patience   = 1
  }

  expect_failures = [var.project, var.relay_port, var.viewer_key, var.time_zone, var.patience]
}

run "a_port_is_whole_and_in_range" {
  command = plan

  variables {
    web_port = 5080.5
  }

  expect_failures = [var.web_port]
}

run "two_ports_are_two" {
  command = plan

  variables {
    web_port   = 8000
    relay_port = 8000
  }

  expect_failures = [var.relay_port]
}
