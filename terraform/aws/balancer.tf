# The one door: TLS to the shop, and straight to the relay for what is its. Web forwards the rest.

resource "aws_lb" "edm" {
  name                       = var.project
  load_balancer_type         = "application"
  subnets                    = local.in_tier["public"]
  security_groups            = [aws_security_group.part["balancer"].id]
  drop_invalid_header_fields = true
  enable_deletion_protection = var.deletion_protection

  # Dashboards are WebSockets that say something every 15 seconds.
  idle_timeout = 60
}

resource "aws_lb_target_group" "service" {
  for_each             = toset(["web", "relay"])
  name                 = "${var.project}-${each.key}"
  vpc_id               = aws_vpc.edm.id
  target_type          = "ip"
  protocol             = "HTTP"
  port                 = local.port
  deregistration_delay = local.deregistration_delay

  # ECS makes a task anew that is not well: after a minute, for it is no remedy while the brokers are away.
  health_check {
    path                = "/health/ready"
    matcher             = "200"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 6
  }
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.edm.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = var.certificate_arn

  # TLS 1.3, and 1.2 with forward secrecy.
  ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.service["web"].arn
  }
}

resource "aws_lb_listener_rule" "relay" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 10

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.service["relay"].arn
  }

  condition {
    path_pattern {
      values = ["/events", "/v1/*", "/produceClickMessage", "/producePageLoad"]
    }
  }
}

resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.edm.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_route53_record" "shop" {
  count   = var.zone_id == null ? 0 : 1
  zone_id = var.zone_id
  name    = var.domain
  type    = "A"

  alias {
    name                   = aws_lb.edm.dns_name
    zone_id                = aws_lb.edm.zone_id
    evaluate_target_health = true
  }
}
