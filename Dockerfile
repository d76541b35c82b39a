# The service alone. Build it in this folder; nothing secret goes in: settings are environment variables at run time.

FROM python:3.11-slim AS build
RUN python -m venv /opt/cds
WORKDIR /build
COPY requirements-run.lock ./
RUN /opt/cds/bin/pip install --no-cache-dir --require-hashes -r requirements-run.lock
COPY pyproject.toml README.md CHANGELOG.md LICENSE ./
COPY cds_service cds_service
COPY fhir_mappings fhir_mappings
COPY fixtures fixtures
RUN /opt/cds/bin/pip install --no-cache-dir --no-deps . && /opt/cds/bin/pip uninstall --yes --quiet pip

FROM python:3.11-slim
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin cds
COPY --from=build /opt/cds /opt/cds
ENV PATH=/opt/cds/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
USER cds
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health/ready', timeout=2)"]
ENTRYPOINT ["cds"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
